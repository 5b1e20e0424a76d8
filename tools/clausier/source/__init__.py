"""Files to acts, with places: YAML and Markdown read, checked against their schemas, made into the model's types."""
