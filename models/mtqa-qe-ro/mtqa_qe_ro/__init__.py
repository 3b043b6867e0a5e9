"""The weights of mtqa's quality estimation model; mtqa uses them where this is installed."""

from pathlib import Path

__version__ = "0.4.0"
#: ``model.json``, ``model.onnx``, ``embeddings.npy`` and ``tokenizer.json`` lie here.
FOLDER = Path(__file__).parent
