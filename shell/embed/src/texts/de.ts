import { text } from '@sonaqor/module/texts'

export const broken = text('Bei der Anzeige ist ein Fehler aufgetreten.')
export const checkConnection = text('Prüfen Sie die Verbindung und versuchen Sie es erneut.')
export const close = text('Schließen')
export const details = text('Details')
export const loading = text('Wird geladen')
export const notInSession = text('Die Sitzung dieser Seite umfasst diesen Bereich nicht.')
export const notOpened = text(
  'Das ließ sich nicht öffnen. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
)
export const notShown = text('„{title}“ kann nicht angezeigt werden')
export const otherApp = text('Die Sitzung dieser Seite gehört zu einer anderen App.')
export const otherVersion = text(
  'Von diesem Bereich gibt es jetzt eine andere Version. Wenn Sie sie anzeigen, gehen nicht gesendete Eingaben verloren.',
)
export const pageOwner = text('Der Betreiber dieser Seite kann das beheben.')
export const reload = text('Versuchen Sie es erneut. Hilft das nicht, laden Sie die Seite neu.')
export const retry = text('Erneut versuchen')
export const showIt = text('Anzeigen')
export const silentFrame = text('Das sichere Fenster hat nicht geantwortet.')
export const slow = text('Wird noch geladen. Die Verbindung scheint langsam zu sein.')
export const stay = text('Zurück')
export const stayHere = text('Auf dieser Seite bleiben')
export const thisNotShown = text('Dieser Bereich kann nicht angezeigt werden')
export const trace = text('Für den Support: {trace}')
export const unavailable = text('Dieser Bereich ist zurzeit nicht verfügbar.')
export const unsigned = text('Die Sitzung konnte nicht eröffnet werden.')
export const withdrawn = text(
  'Diese Version wurde zurückgezogen. Was hier geöffnet ist, bleibt bestehen, bis Sie es verlassen.',
)
