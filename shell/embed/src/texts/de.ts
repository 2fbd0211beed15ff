import { text } from '@sonaqor/module/texts'

export const away = text(
  'Sie sind offline. Was hier steht, bleibt und geht weiter, sobald die Verbindung wieder da ist.',
)
export const broken = text('Bei der Anzeige ist ein Fehler aufgetreten.')
export const checkConnection = text('Prüfen Sie die Verbindung und versuchen Sie es erneut.')
export const close = text('Schließen')
export const comesBack = text(
  'Dieser Bereich erscheint von selbst, sobald die Verbindung wieder steht.',
)
export const details = text('Details')
export const ended = text('Die Sitzung dieser Seite ist beendet.')
export const goOnThere = text('Fahren Sie in dem Fenster fort, das sich geöffnet hat.')
export const heldBack = text(
  'Die Sicherheitsrichtlinie dieser Seite verhindert, dass Sonaqor erreicht wird.',
)
export const iAmBack = text('Ich bin zurück')
export const loading = text('Wird geladen')
export const notInSession = text('Die Sitzung dieser Seite umfasst diesen Bereich nicht.')
export const notOpened = text(
  'Das ließ sich nicht öffnen. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
)
export const notShown = text('„{title}“ kann nicht angezeigt werden')
export const offline = text('Sonaqor ist im Moment nicht erreichbar.')
export const openWindow = text('Fenster öffnen')
export const otherApp = text('Die Sitzung dieser Seite gehört zu einer anderen App.')
export const otherOrigin = text('Die Sitzung wurde nicht für die Adresse dieser Seite eröffnet.')
export const otherVersion = text(
  'Von diesem Bereich gibt es jetzt eine andere Version. Wenn Sie sie anzeigen, gehen nicht gesendete Eingaben verloren.',
)
export const pageOwner = text('Der Betreiber dieser Seite kann das beheben.')
export const reload = text('Versuchen Sie es erneut. Hilft das nicht, laden Sie die Seite neu.')
export const retry = text('Erneut versuchen')
export const showIt = text('Anzeigen')
export const signIn = text(
  'Versuchen Sie es erneut. Hilft das nicht, melden Sie sich auf dieser Seite neu an.',
)
export const silentFrame = text('Das sichere Fenster hat nicht geantwortet.')
export const slow = text('Wird noch geladen. Die Verbindung scheint langsam zu sein.')
export const stay = text('Zurück')
export const stayHere = text('Auf dieser Seite bleiben')
export const thisNotShown = text('Dieser Bereich kann nicht angezeigt werden')
export const trace = text('Für den Support: {trace}')
export const unavailable = text('Dieser Bereich ist zurzeit nicht verfügbar.')
export const unsigned = text('Die Sitzung konnte nicht eröffnet werden.')
export const windowBlocked = text(
  'Ihr Browser hat das Fenster, in dem Sie das erledigen, nicht geöffnet.',
)
export const withdrawn = text(
  'Diese Version wurde zurückgezogen. Was hier geöffnet ist, bleibt bestehen, bis Sie es verlassen.',
)
