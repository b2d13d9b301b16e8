package enum PositionsPlaceholder {}
