import { text } from '../../texts.ts'

export const atLeast = text('Mindestens {count, number}')
export const availableUntil = text('Verfügbar bis')
export const beingCounted = text('Wird gezählt')
export const cancel = text('Abbrechen')
export const csv = text('CSV')
export const csvDetail = text(
  'Für Tabellenprogramme. Was ein solches für eine Formel hielte, bleibt ein Text.',
)
export const done = text('Fertig')
export const earlierExports = text('Frühere Exporte')
export const exportActFailed = text('Das ging nicht')
export const exportDetail = text(
  'Was die Liste jetzt zeigt, die neuesten zuerst, wie viel es auch ist. Die Datei wird im Hintergrund geschrieben und {days, plural, one {# Tag} other {# Tage}} aufbewahrt.',
)
export const exportFailure = text(
  '{code, select, too_large {Es ist mehr, als die Datei fassen darf. Nehmen Sie CSV oder NDJSON, oder schränken Sie den Filter ein, und starten Sie einen weiteren Export.} damaged {Die Datei stimmt nicht mit der geschriebenen überein und wurde deshalb nicht herausgegeben. Starten Sie den Export neu.} other {Auf unserer Seite ist etwas schiefgegangen. Setzen Sie den Export fort; schlägt er weiter fehl, nennen Sie dem Support die Anfrage-ID.}}',
)
export const exportFailureOf = text('{reason} Anfrage-ID: {id}')
export const exportGoesOn = text(
  'Sie können dies schließen: Der Export läuft weiter und steht hier, wenn Sie zurückkommen.',
)
export const exportIsAudited = text(
  'Dass Sie exportieren und wer die Datei abholt, steht mit dem Filter im Audit-Protokoll.',
)
export const exportStage = text(
  '{stage, select, writing {Die Datei wird geschrieben} checking {Die Datei wird zur Prüfung noch einmal gelesen} other {In Arbeit}}',
)
export const format = text('Format')
export const linesSha256 = text('SHA-256 der Zeilen')
export const linkDetail = text(
  'Jeder Download hat einen eigenen Link, der einmal und für {seconds, plural, one {# Sekunde} other {# Sekunden}} gilt.',
)
export const ndjson = text('NDJSON')
export const notDownloaded = text('Die Datei konnte nicht heruntergeladen werden')
export const pdf = text('PDF')
export const pdfDetail = text(
  'Zum Weitergeben als Nachweis: eine erste Seite, die sagt, was es ist, und eine Tabelle. Bis zu {most}.',
)
export const sha256 = text('SHA-256')
export const sha256Detail = text('Der ganzen Datei: Wer sie hat, kann erkennen, dass nichts fehlt.')
export const size = text('Größe')
export const spanFrom = text('{start} bis {end}')
export const spanUntil = text('Alles bis {end}')
export const startExport = text('Export starten')
export const time = text('Zeit')
export const tooManyForPdf = text(
  'Ein PDF fasst bis zu {most}, und dies sind mehr. Nehmen Sie CSV oder NDJSON, oder schränken Sie den Filter ein.',
)
export const uncounted = text('Nicht gezählt, um schnell zu antworten')
export const untilStart = text('zum Augenblick des Starts')
export const stoppedAt = text(
  'Angehalten bei {done, number}{isKnown, select, yes { von {total, number}} other {}} {unit}. „Fortsetzen“ macht dort weiter.',
)
