"""``python -m mtqa.workshop.soak``: whatever real files do, nothing breaks, hangs or gets lost."""
