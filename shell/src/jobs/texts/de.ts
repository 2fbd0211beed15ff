import { text } from '@sonaqor/ui/texts'

export const actFailed = text('Das hat nicht geklappt')
export const allJobs = text('Alle Aufträge')
export const askedFor = text('Angefordert')
export const availableUntil = text('Verfügbar bis')
export const by = text('Gestartet von')
export const cancel = text('Abbrechen')
export const chainIsWhole = text(
  'Die ganze Kette, die das eigenständige Prüfprogramm von Anfang bis Ende verfolgen kann.',
)
export const close = text('Schließen')
export const connecting = text('Verbindung wird hergestellt')
export const connectionHint = text('Prüfen Sie die Verbindung und versuchen Sie es erneut.')
export const csv = text('CSV')
export const csvDetail = text(
  'Für Tabellenprogramme. Vorher und Nachher stehen als JSON in je einer Zelle.',
)
export const deliveriesUnit = text('Zustellungen')
export const download = text('Herunterladen')
export const downloadNamed = text('{name} herunterladen')
export const exportAuditLog = text('Audit-Protokoll exportieren')
export const exportDetail = text(
  'Die Datei wird im Hintergrund geschrieben, wie lang das Protokoll auch ist. Sie können diese Seite verlassen.',
)
export const exportEntries = text('Einträge')
export const exportGoesOn = text(
  'Sie können dieses Fenster schließen: Der Export läuft weiter und steht mit seiner Datei unter „Aufträge“.',
)
export const exportIsLogged = text(
  'Wer exportiert und wer die Datei abholt, steht mit dem Filter im Protokoll selbst.',
)
export const exportOf = text(
  '{of, select, audit {Export des Audit-Protokolls} logs {Export der Protokolle} deliveries {Export der Webhook-Zustellungen} other {Export}}{format, select, csv {, CSV} jsonl {, NDJSON} pdf {, PDF} other {}}',
)
export const exportStands = text('Er steht auch unter „Aufträge“.')
export const exportStarted = text('Export gestartet')
export const exportStartedDetail = text(
  'Er läuft weiter, wenn Sie diese Seite verlassen. Den Fortschritt sehen Sie unter „Aufträge“.',
)
export const extractOnly = text(
  'Ein Auszug: Das eigenständige Prüfprogramm prüft jeden Eintrag einzeln, nicht die Kette.',
)
export const failure = text(
  '{code, select, too_large {Das ist mehr, als ein Export fasst. Wählen Sie weniger Einträge und starten Sie einen neuen.} damaged {Die Datei war nicht das, was geschrieben wurde, und wurde deshalb nicht herausgegeben. Starten Sie von vorn.} endpoint_stopped {Der Endpunkt wurde inzwischen angehalten, abgeschaltet oder gelöscht. Setzen Sie ihn fort und dann diesen Auftrag.} other {Bei uns ist etwas schiefgegangen. Versuchen Sie es erneut; wenn es wieder fehlschlägt, nennen Sie dem Support die Anfrage-ID.}}',
)
export const failureOf = text('{reason} Anfrage-ID: {id}')
export const file = text('Datei')
export const fileDeleted = text('Datei gelöscht')
export const fileInSonaqor = text(
  '{count, plural, one {# Zeile} other {# Zeilen}}. Die Datei kann bis {until} in Sonaqor heruntergeladen werden.',
)
export const fileReady = text(
  '{count, plural, one {# Zeile} other {# Zeilen}}. Die Datei kann bis {until} heruntergeladen werden.',
)
export const fileTakes = text('Braucht {scope}')
export const filesInSonaqor = text('Dateien in Sonaqor abholen')
export const filter = text('Filter')
export const finished = text('Beendet')
export const format = text('Format')
export const howJobsCome = text(
  'Sie erscheinen hier, sobald Ihre Integration einen Export oder eine andere lange Arbeit startet.',
)
export const job = text('Auftrag')
export const jobTracker = text('Aufträge im Blick')
export const jobs = text('Aufträge')
export const jobsPurpose = text('Was im Hintergrund läuft, wie weit es ist und was daraus wurde.')
export const jobsShown = text('{count, plural, one {# Auftrag} other {# Aufträge}}')
export const jsonl = text('NDJSON')
export const jsonlDetail = text('Für Programme. Ein Eintrag je Zeile, mit allen Feldern.')
export const lastDays = text('Letzte {days} Tage')
export const live = text('Live')
export const mine = text('Meine eigenen')
export const noJobs = text('Bisher ist nichts gelaufen')
export const noJobsDetail = text(
  'Exporte und andere lange Arbeiten stehen hier, mit Fortschritt und Dateien.',
)
export const noJobsFound = text('Kein Auftrag entspricht den Filtern')
export const noJobsFoundDetail = text('Entfernen Sie einen Filter, um mehr zu sehen.')
export const notDownloaded = text('Die Datei konnte nicht heruntergeladen werden')
export const notLive = text('Nicht live')
export const notOpened = text('Das ließ sich nicht öffnen')
export const openJob = text('{title}, {state}')
export const otherWork = text('Arbeit im Hintergrund')
export const past = text('Früher')
export const pastJobs = text('Frühere Aufträge')
export const pdf = text('PDF')
export const pdfDetail = text(
  'Zum Weitergeben als Nachweis: eine erste Seite, die sagt, was es ist, und eine Tabelle. Bis zu {most, number} Einträge.',
)
export const replayOf = text(
  '{of, select, failed {Fehlgeschlagene Zustellungen erneut, an {endpoint}} other {Wiederholung an {endpoint}}}',
)
export const replayed = text(
  '{count, plural, one {# Zustellung} other {# Zustellungen}} für den Endpunkt eingereiht.',
)
export const requestId = text('Anfrage-ID')
export const resume = text('Fortsetzen')
export const resumeNamed = text('{name} fortsetzen')
export const retry = text('Von vorn starten')
export const retryNamed = text('{name} von vorn starten')
export const rows = text('Zeilen')
export const rowsCounted = text('{count, plural, one {# Zeile} other {# Zeilen}}')
export const rowsUnit = text('Zeilen')
export const seeJobs = text('Arbeit im Hintergrund zu sehen')
export const sha256 = text('SHA-256')
export const size = text('Größe')
export const stageName = text(
  '{stage, select, writing {Datei wird geschrieben} checking {Datei wird zur Prüfung noch einmal gelesen} replaying {Ereignisse werden eingereiht} other {In Arbeit}}',
)
export const startExport = text('Export starten')
export const started = text('Begonnen')
export const state = text('Status')
export const stateName = text(
  '{state, select, queued {Wartet} running {Läuft} done {Fertig} failed {Fehlgeschlagen} other {Abgebrochen}}',
)
export const underWay = text('Jetzt')
export const whatFiltersShow = text('Was die Filter zeigen')
export const when = text('Wann')
export const whole = text('Keiner: alle Einträge')
export const wholeLog = text('Das ganze Protokoll')
export const why = text('Grund')
