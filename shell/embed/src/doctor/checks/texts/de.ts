import { text } from '@sonaqor/module/texts'

export const addAsync = text('Ergänzen Sie async:')
export const addCrossOrigin = text('Ergänzen Sie es:')
export const addElement = text('Schreiben Sie eines dorthin, wo es zu sehen sein soll.')
export const addScopes = text(
  'Ergänzen Sie es dort, wo Ihr Server die Sitzung eröffnet. Auch der Schlüssel, der sie eröffnet, muss es haben.',
)
export const alignApp = text(
  'Verwenden Sie auf Ihrem Server den Schlüssel jener App, oder berichtigen Sie die Attribute „app“ und „environment“.',
)
export const allowClipboard = text('Nennen Sie auch unsere Adresse.')
export const allowConnect = text(
  'Erlauben Sie unsere Adresse zweimal: für Aufrufe (https) und für Live-Aktualisierung (wss).',
)
export const allowFrame = text(
  'Erlauben Sie unsere Adresse in frame-src, und tragen Sie die Origin dieser Seite und jeder Seite um sie herum bei der App ein.',
)
export const allowFrames = text('Erlauben Sie unsere Adresse für Rahmen.')
export const allowLive = text(
  'Erlauben Sie wss: in connect-src. Steht es dort schon, lässt ein Proxy auf dem Weg keine WebSockets durch.',
)
export const allowScripts = text(
  "Geben Sie dem Tag des Loaders die Nonce der Antwort und ergänzen Sie 'strict-dynamic', oder nennen Sie unsere Adresse.",
)
export const allowTypes = text(
  "Nennen Sie sie, und daneben sonaqor-loader, wenn das npm-Paket unser Skript einbindet. 'allow-duplicates' ist nicht nötig, denn jede wird nur einmal angelegt.",
)
export const areaTitle = text(
  '{area, select, policy {Richtlinie} origin {Origin} clock {Uhr} session {Sitzung} scopes {Ansichten und Berechtigungen} release {Version} other {Netzwerk}}',
)
export const askSupport = text(
  'Senden Sie diesen Bericht an den Support, falls der Satz nicht sagt, was zu ändern ist.',
)
export const browserRefused = text('Der Browser hat soeben {blocked} wegen {directive} abgelehnt.')
export const checkAgain = text('Erneut prüfen')
export const checking = text('Wird geprüft …')
export const chooseElement = text('Es gibt: {known}.')
export const clipboardRefused = text(
  'Permissions-Policy verwehrt unserem Rahmen die Zwischenablage: Ein neuer Schlüssel lässt sich nicht per Schaltfläche kopieren.',
)
export const clockAdvice = text(
  'Sonaqor richtet sich nicht danach. Ihre eigene Anmeldung vielleicht schon: Cookies und Tokens mit Ablauf gelten dann als abgelaufen oder noch nicht gültig. Lassen Sie den Rechner seine Uhr selbst stellen.',
)
export const clockOff = text(
  'Die Uhr dieses Rechners geht {unit, select, second {{count, plural, one {# Sekunde} other {# Sekunden}}} minute {{count, plural, one {# Minute} other {# Minuten}}} hour {{count, plural, one {# Stunde} other {# Stunden}}} other {{count, plural, one {# Tag} other {# Tage}}}} {by, select, ahead {vor} other {nach}}.',
)
export const clockRight = text('Die Uhr dieses Rechners geht richtig.')
export const clockUnread = text(
  'Die Uhr ließ sich nicht vergleichen, weil keine Sitzung eröffnet wurde.',
)
export const closeDoctor = text('Schließen')
export const connectAllowed = text('Die Richtlinie erlaubt Aufrufe und Live-Aktualisierung.')
export const connectRefused = text(
  'Die Richtlinie hält Aufrufe oder Live-Aktualisierung zu {origin} auf.',
)
export const copied = text('Kopiert')
export const copy = text('Kopieren')
export const copyReport = text('Bericht kopieren')
export const doctor = text('Einbettungsdiagnose')
export const dropIntegrity = text(
  'Lassen Sie integrity weg. Der Loader prüft alles, was er lädt, mit eigenen Hashes.',
)
export const elementFailed = text('<{element}> ließ sich nicht anzeigen: {error}')
export const elementMayShow = text('<{element}> darf seine Ansicht zeigen.')
export const elementNotPublished = text('Kein Modul hat ein Element <{element}>.')
export const elementUnknown = text(
  'Ob <{element}> seine Ansicht zeigen darf, ist offen: Die Sitzung ließ sich nicht eröffnen.',
)
export const embedderRefuses = text(
  'Cross-Origin-Embedder-Policy: {value} hält unseren sicheren Rahmen fern: In dieser Seite lässt sich kein Schlüssel ausstellen.',
)
export const exchangeOrigin = text('Die Sitzung wurde nicht für die Origin dieser Seite eröffnet.')
export const exchangeRefused = text('Sonaqor hat das Client-Secret abgelehnt ({status}): {detail}')
export const exchangeUnreached = text(
  'Das Client-Secret ließ sich nicht prüfen: Sonaqor hat nicht geantwortet.',
)
export const exchangeWorks = text('Sonaqor nimmt das Client-Secret an.')
export const fetchFailed = text('fetchSession ist fehlgeschlagen: {message}')
export const fetchGaveKey = text(
  'fetchSession hat der Seite einen API-Schlüssel gegeben, den dort alle lesen können.',
)
export const fetchGaveOther = text('fetchSession lieferte {got} statt eines Client-Secrets.')
export const fetchLate = text(
  'fetchSession hat innerhalb von {seconds, number} Sekunden nicht geantwortet.',
)
export const fetchReplaced = text('Etwas in der Seite hat das fetch des Browsers ersetzt.')
export const fetchSlow = text(
  'fetchSession brauchte {ms, number} ms. Vorher wird nichts angezeigt.',
)
export const fetchWorks = text('fetchSession lieferte in {ms, number} ms ein Client-Secret.')
export const frameAnswers = text('Unser sicherer Rahmen antwortet.')
export const frameSilent = text(
  'Unser sicherer Rahmen antwortet nicht: In dieser Seite lässt sich kein Schlüssel ausstellen.',
)
export const framesAllowed = text('Die Richtlinie erlaubt unseren sicheren Rahmen.')
export const framesRefused = text(
  'Die Richtlinie hält Rahmen von {origin} auf: In dieser Seite lässt sich kein Schlüssel ausstellen, und der Rahmenmodus zeigt nichts.',
)
export const giveOrigin = text(
  'Ergänzen Sie am Rahmen allow-same-origin, oder öffnen Sie die Seite für sich.',
)
export const giveSecret = text(
  'Geben Sie weiter, was POST /v1/embed-sessions geantwortet hat, als dieses Objekt:',
)
export const inOrder = text('{count, number} in Ordnung')
export const keepWorkerOut = text(
  'Lassen Sie ihn Anfragen an andere Origins unverändert durchreichen.',
)
export const listView = text('Ergänzen Sie es dort, wo Ihr Server die Sitzung eröffnet:')
export const liveFails = text(
  'Es lässt sich keine Live-Verbindung öffnen: Die Anzeige aktualisiert sich nicht von selbst.',
)
export const liveWorks = text('Eine Live-Verbindung lässt sich öffnen.')
export const loadAnew = text('Laden Sie die Seite neu.')
export const loadByHttps = text('Schreiben Sie https in die Adresse des Loaders.')
export const loadOnce = text('Ein Tag genügt für die ganze Seite; ein zweiter bewirkt nichts.')
export const loaderBlocks = text('Die Seite wartet auf den Loader, bevor sie weitermacht.')
export const loaderNoCors = text(
  'Dem Tag des Loaders fehlt crossorigin. Fehler erreichen Sie deshalb ohne ihre Ursache.',
)
export const loaderOld = text('Es gibt einen neueren Loader als den, der hier läuft.')
export const loaderPinned = text(
  'Der Tag des Loaders nennt einen Hash. Mit unserer nächsten Version lehnt der Browser ihn ab.',
)
export const loaderRight = text('Der Tag des Loaders ist, wie er sein soll.')
export const loaderTwice = text('Die Seite lädt den Loader mehr als einmal.')
export const lookAtFetch = text(
  'Sehen Sie sich die Anfrage an Ihren eigenen Server im Netzwerk-Panel an: Status, ob Cookies mitgehen (credentials) und CORS, falls er eine andere Origin hat. Auch connect-src muss sie erlauben.',
)
export const lookAtNetwork = text(
  'Sehen Sie im Netzwerk-Panel nach, was aus /v1/registry wurde: Eine Richtlinie, ein Blocker oder ein Proxy hinterlässt dort Spuren.',
)
export const loosenEmbedder = text(
  'Liefern Sie diese Seite ohne den Header aus, oder setzen Sie ihn nur auf Seiten ohne Einbettung.',
)
export const loosenOpener = text('Erlauben Sie Fenstern anderer Origins zu antworten.')
export const loosenSandbox = text(
  'Erlauben Sie diese in der Direktive sandbox, oder lassen Sie die Direktive weg.',
)
export const mendPlanned = text('Ändern Sie sie, bevor Sie sie durchsetzen.')
export const mixedContent = text(
  'Die Seite kommt über https und lädt Sonaqor über http. Das lehnen Browser ab.',
)
export const nameOrigin = text(
  'Nennen Sie die Origin dieser Seite in „origins“, wenn Ihr Server die Sitzung eröffnet. Sie muss bei der App eingetragen sein.',
)
export const nameUser = text(
  'Nennen Sie, wer vor der Seite sitzt, wenn Ihr Server die Sitzung eröffnet:',
)
export const noElements = text('In dieser Seite steht keines unserer Elemente.')
export const noPolicy = text(
  'Diese Seite hat keine Content Security Policy. Es steht also keine im Weg.',
)
export const noUser = text(
  '<{element}> lässt sich nur lesen: Die Sitzung hat {scopes}, nennt aber keine Person.',
)
export const notCopied = text('Das ließ sich nicht kopieren. Es ist jetzt markiert.')
export const notStarted = text(
  'Auf dieser Seite ist keine Sitzung im Gange: Es wurde keine gestartet, oder kein Element verlangt danach.',
)
export const ofSeveral = text(
  'Das {refusing, plural, one {tut eine} other {tun #}} von {count, number} Richtlinien, und eine Seite befolgt alle.',
)
export const openEachTime = text(
  'Eröffnen Sie bei jedem Aufruf von fetchSession eine neue Sitzung. Bewahren Sie kein Client-Secret auf, weder in der Seite noch in einem Cache.',
)
export const openLonger = text(
  'Eröffnen Sie Sitzungen mit mehr „minutes“, oder eröffnen Sie bei jedem Aufruf von fetchSession eine neue.',
)
export const openerCutsOff = text(
  'Cross-Origin-Opener-Policy trennt Fenster ab, die eine Einbettung öffnet: Kritische Vorgänge finden nicht auf diese Seite zurück.',
)
export const originHasMore = text('„{typed}“ ist mehr oder weniger als eine Origin.')
export const originInsecure = text(
  'Diese Seite kommt über http: Wer auf dem Weg sitzt, kann sie lesen und ändern.',
)
export const originIsFile = text(
  'Diese Seite wurde als Datei geöffnet, und Dateien haben keine Origin.',
)
export const originIsNull = text(
  'Diese Seite hat keine eigene Origin: Sie steht in einem Rahmen mit Sandbox oder stammt aus einer Data-Adresse.',
)
export const originNearly = text(
  '{origin} ist nicht eingetragen. Eingetragen ist {registered}; der Unterschied liegt {by, select, scheme {in http und https} port {im Port} other {im „www.“}}.',
)
export const originRegistered = text('{origin} ist bei der App eingetragen.')
export const originTaken = text('Sonaqor akzeptiert {origin} für diese Sitzung.')
export const originUnread = text('Das ist keine Adresse einer Seite.')
export const originUnregistered = text(
  '{origin} gehört nicht zu den Origins der App oder der Sitzung.',
)
export const otherThanExpected = text(
  '<{element}> erwartet {expected}, die Sitzung gilt aber für {got}.',
)
export const ownFetch = text(
  'Wir verwenden das ursprüngliche, sofern unser Skript zuerst läuft. Wenn Aufrufe fehlschlagen, laden Sie den Loader früher.',
)
export const ownReact = text(
  'Module bringen ihr eigenes React {version} mit; Ihres bleibt unberührt.',
)
export const pageIsFramed = text(
  'Diese Seite steht in einem Rahmen von {origins}. Unser sicherer Rahmen prüft jede Seite um ihn herum.',
)
export const pastePolicy = text(
  'Rufen Sie curl -I mit der Adresse der Seite auf und fügen Sie die Antwort im Partner Dashboard unter Einbettungen, Diagnose ein.',
)
export const plannedRefuses = text(
  'Eine Richtlinie, die bisher nur meldet, würde {count, plural, one {etwas} other {# Dinge}} aufhalten, was eine Einbettung braucht.',
)
export const policyUnread = text('Die Header dieser Seite ließen sich von hier aus nicht lesen.')
export const registerAround = text(
  'Tragen Sie auch diese Origins bei der App ein, oder öffnen Sie die Seite für sich.',
)
export const registerOrigin = text(
  'Tragen Sie sie in den Einstellungen der App ein, und nennen Sie sie in „origins“, wenn Ihr Server die Sitzung eröffnet.',
)
export const registerThis = text('Das ist die Origin, wie sie einzutragen ist:')
export const registryReached = text('Das Verzeichnis der Versionen antwortet.')
export const registryUnreached = text('Das Verzeichnis der Versionen antwortet nicht.')
export const releaseCurrent = text('<{element}> läuft mit {release}, der aktuellen Version.')
export const releaseOld = text('<{element}> läuft mit {release}; aktuell ist {current}.')
export const releaseUnknown = text('Welche Version <{element}> zeigt, ist noch nicht bekannt.')
export const renewalFailed = text(
  'Ein zweiter Aufruf von fetchSession ist fehlgeschlagen. Die Einbettung endet dann mit ihrem Token.',
)
export const renewalSame = text(
  'Ein zweiter Aufruf von fetchSession lieferte dasselbe Client-Secret. Es gilt aber nur einmal.',
)
export const renewalWorks = text(
  'Ein zweiter Aufruf liefert eine weitere Sitzung. So geht es nach dem ersten Token weiter.',
)
export const revokeKey = text(
  'Widerrufen Sie diesen Schlüssel sofort. Der Schlüssel bleibt auf Ihrem Server; die Seite erhält das clientSecret aus POST /v1/embed-sessions.',
)
export const sandboxAllows = text('Die Sandbox der Seite lässt einer Einbettung Raum.')
export const sandboxRefuses = text('Die Sandbox der Seite verweigert {flags}.')
export const scopesLacking = text('Der Sitzung fehlt {scopes}, was <{element}> braucht.')
export const scriptsAllowed = text('Die Richtlinie lässt unsere Skripte zu.')
export const scriptsRefused = text('Die Richtlinie hält die Skripte von {origin} auf.')
export const secretUsed = text(
  'Das Client-Secret wurde schon verwendet oder ist älter als eine Minute.',
)
export const seeOthersFirst = text(
  'Wenn hier eine andere Prüfung etwas beanstandet, beginnen Sie dort; drücken Sie danach im Element „Erneut versuchen“.',
)
export const seePolicy = text(
  'Erlauben Sie es in {directive}. Was eine ganze Richtlinie braucht, steht unter „Richtlinie“.',
)
export const serveByHttps = text('Liefern Sie sie über https aus und tragen Sie diese Origin ein.')
export const serveIt = text(
  'Liefern Sie sie über einen Server aus, etwa mit npx serve auf Ihrem Rechner.',
)
export const sessionLasts = text(
  'Sonaqor nimmt das Client-Secret an. Die Sitzung dauert noch {minutes, plural, one {# Minute} other {# Minuten}}.',
)
export const sessionNotStarted = text(
  '<{element}> wartet auf {session, select, unnamed {eine Sitzung} other {eine Sitzung namens „{session}“}}, aber keine wurde gestartet.',
)
export const speedUpFetch = text(
  'Lassen Sie Ihren Server die Sitzung direkt eröffnen, ohne vorher anderes zu lesen.',
)
export const startNamed = text('Starten Sie sie, oder berichtigen Sie das Attribut „session“.')
export const startSession = text(
  'Rufen Sie Sonaqor.start auf, sobald der Loader da ist, und schreiben Sie ein Element.',
)
export const stateOf = text(
  '{state, select, good {Gut} warning {Warnung} wrong {Falsch} other {Nicht geprüft}}',
)
export const stylesNeedNothing = text(
  'Stile brauchen nichts: Unsere sind konstruierte Stylesheets.',
)
export const typesAllowed = text(
  'Trusted Types lassen unsere Policy „sonaqor“ zu. Bindet das npm-Paket unser Skript ein, nennen Sie auch „sonaqor-loader“.',
)
export const typesRefused = text(
  'Die Richtlinie nennt die Trusted-Types-Policy „sonaqor“ nicht. Deshalb lassen sich unsere Skripte nicht laden.',
)
export const unexamined = text('Diese Seite ließ sich nicht prüfen: {error}')
export const verdict = text(
  '{wrong, plural, =0 {{warnings, plural, =0 {Alles in Ordnung.} one {Es funktioniert; ein Punkt verdient einen Blick.} other {Es funktioniert; # Punkte verdienen einen Blick.}}} one {Ein Punkt muss geändert werden.} other {# Punkte müssen geändert werden.}}',
)
export const viewNotListed = text('Die Sitzung führt {view} nicht auf, das <{element}> zeigt.')
export const wholePolicy = text('Eine Richtlinie, mit der es geht')
export const workerBetween = text(
  'Ein Service Worker der Seite ({worker}) kann anstelle des Netzes antworten.',
)
export const writeElement = text('Meinten Sie dieses?')
export const writeOrigin = text(
  'Schreiben Sie Schema, Host und Port, etwa https://portal.example.com. Platzhalter gibt es nicht.',
)
