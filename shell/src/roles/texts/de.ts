import { text } from '@sonaqor/ui/texts'

export const admin = text('Administrator')
export const adminMeans = text(
  'Alles, außer Inhaber zu ernennen und festzulegen, wie sich Mitglieder anmelden.',
)
export const analyst = text('Analyst')
export const analystMeans = text(
  'Arbeitet mit Kundendaten. Sieht Projekte, Apps und Team, ändert sie aber nicht.',
)
export const developer = text('Entwickler')
export const developerMeans = text(
  'Baut mit Projekten, Apps, API-Schlüsseln und Protokollen. Sieht keine Kundendaten.',
)
export const owner = text('Inhaber')
export const ownerMeans = text(
  'Alles, auch wer sonst Inhaber ist und wie sich Mitglieder anmelden.',
)
export const viewer = text('Betrachter')
export const viewerMeans = text('Sieht zu und ändert nichts.')
