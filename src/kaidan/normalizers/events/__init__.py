"""Events: what brought people together, on which day, under which title, and what they agreed on."""
