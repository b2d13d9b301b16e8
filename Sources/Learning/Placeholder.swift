package enum LearningPlaceholder {}
