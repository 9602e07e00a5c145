"""Among the people: visits, opinions, petitions, donations (联系群众)."""
