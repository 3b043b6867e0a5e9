"""A language model as a witness: error spans and a score from any server with chat completions.

The prompt asks for error spans as GEMBA-MQM (Kocmi and Federmann 2023) and AutoMQM (Fernandes et
al. 2023) do, with examples of our own; what the model says is believed only as far as it can be
found in the text.
"""
