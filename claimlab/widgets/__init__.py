"""What a learner touches: one module a widget, its script and style beside it."""
