"""What models mark: mtqa's own and COMET's."""
