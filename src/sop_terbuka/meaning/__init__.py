"""What the data means: flow, applicant's steps, findings, comparisons. Knows data/ only."""
