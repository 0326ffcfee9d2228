"""Drawings of a flow from one layout: `matrix` the table, `diagram` a picture, `bpmn` a model."""
