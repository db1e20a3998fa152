"""Scripts for those who work on Muster: fonts, translations, a gallery of the small parts."""
