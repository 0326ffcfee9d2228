"""The card of a service: the picture that a message shows when the page's address is shared."""
