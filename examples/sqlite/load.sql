-- The extension, and the framework that this connection is about.
.load ./skillmatrix
.mode box
CREATE TEMP TABLE framework AS SELECT skillmatrix_load('../data/ai-engineering.json') AS name;
