"""The sandbox's page: one HTML file with its styles and modules, served as they are."""
