"""What the data means: the flow, the steps of an applicant, the findings, comparisons. Knows data/."""
