import { text } from '@sonaqor/module/texts'

export const between100And500 = text('Zwischen 100 und 500 Millisekunden')
export const byBeginning = text(
  'Ein Wort wird überall im Pfad gefunden, ein Pfad wie {example} nach seinem Anfang; ein Schlüssel nach dem Anfang seines Geheimnisses.',
)
export const byCommas = text(
  'Wörter wie or sind hier Text, ein Ausrufezeichen ebenso. Alle Bedingungen müssen zutreffen; Kommas bedeuten „oder“, zum Beispiel status:404,409; ein Minus bedeutet „nicht“.',
)
export const exampleAll = text('In der API abgelehnt oder fehlgeschlagen, außer 404')
export const exampleApp = text('Von der App dieses Namens')
export const exampleBeginning = text('Der Pfad beginnt so')
export const exampleEnd = text('Der Pfad endet so')
export const exampleGroup = text('Mit einem Serverfehler beantwortet')
export const exampleImported = text('Aus einem eigenen Protokoll importiert')
export const exampleKey = text('Mit dem Schlüssel, der so beginnt')
export const exampleList = text('Einer von zwei Status')
export const exampleNot = text('Jede Methode außer GET')
export const exampleRange = text('Von einer Adresse dieses Bereichs')
export const exampleRequest = text('Die eine Anfrage mit dieser ID')
export const exampleSlow = text('Dauerte länger als 500 Millisekunden')
export const exampleText = text('Das Wort steht irgendwo im Pfad')
export const exampleWithin = text('Es steht irgendwo im Pfad')
export const fasterThan20 = text('Schneller als 20 Millisekunden')
export const fieldName = text(
  '{field, select, status {Status} method {Methode} path {Pfad} key {Schlüssel} app {App} ip {Herkunft} latency {Latenz} other {Anfrage}}',
)
export const howToSearch = text('So suchen Sie')
export const nameUnclear = text(
  'Zeichen {place, number}: {count, plural, =0 {Nichts heißt hier {name}} other {# heißen {name}}}. Wählen Sie aus den Vorschlägen{kind, select, key {, oder schreiben Sie den Anfang des Schlüssels, etwa sq_live_Ab12} other {}}.',
)
export const notValue = text('nicht {value}')
export const notSearched = text(
  'Gesucht wird in Pfad, Status, Methode, Schlüssel, App, IP-Adresse, Latenz und Anfrage-ID. Nicht durchsucht werden, was in der Adresse hinter einem ? steht, Header wie User-Agent und Referrer sowie Inhalte.',
)
export const pathEnd = text('Am Ende des Pfads')
export const pathWithin = text('Irgendwo im Pfad')
export const queryFault = text(
  'Zeichen {place, number}: Erwartet wird {expected, select, term {eine Bedingung hinter dem Minus, etwa -status:404} field {eines der Felder {fields} vor dem Doppelpunkt; Text mit Doppelpunkt gehört in Anführungszeichen} colon {ein Doppelpunkt hinter dem Feld, etwa latency:>20, oder Anführungszeichen um Text} value {ein Wert} quote {ein schließendes Anführungszeichen} space {ein Leerzeichen oder das Ende hinter dem Anführungszeichen} star {ein Stern nur an den Enden eines Pfads, etwa /v1/keys*, *refund* oder *check; Text, der einen enthält, gehört in Anführungszeichen} status {ein Status wie 404, 5xx, >=400 oder 400..499} method {eine der Methoden {methods}} key {der Anfang des Schlüssels, etwa sq_live_Ab12, oder seine ID} id {eine ID wie 0190a5b2-7c1e-7000-8000-000000000000} ip {eine Adresse oder ein Bereich, etwa 203.0.113.7 oder 10.0.0.0/8} latency {eine Zahl von Millisekunden, etwa >500, <=20 oder 100..500} word {kein OR, AND oder NOT: Kommas bedeuten „oder“, etwa status:404,409; ein Minus bedeutet „nicht“; Anführungszeichen um Text} order {ein Bereich, dessen Ende nicht vor seinem Anfang liegt} fewerTerms {eine Suche mit höchstens 20 Bedingungen} fewerValues {höchstens 20 Werte je Feld} other {etwas anderes}}.',
)
export const queryField = text(
  '{field, select, status {404, 5xx, >=400, 400..499} method {GET, POST und andere} path {/v1/customers, /v1/customers* oder *refund*} key {Sein Anfang oder seine Bezeichnung} app {Nach ihrem Namen} ip {Eine Adresse oder ein Bereich} latency {>500, <=20, 100..500} other {Wie eine Antwort sie nennt}}',
)
export const queryRules = text(
  'Alle Bedingungen müssen zutreffen. Kommas trennen Werte, ein Minus schließt aus, ein Stern steht am Ende, bei einem Pfad auch am Anfang. Pfad, Schlüssel, Adresse oder Anfrage-ID können Sie unverändert einfügen.',
)
export const quotedText = text('„{value}“')
export const slowerThanHalf = text('Langsamer als eine halbe Sekunde')
export const slowerThanOne = text('Langsamer als eine Sekunde')
export const suggestions = text('Vorschläge')
export const wholeId = text(
  'Eine Anfrage wird mit ihrer vollständigen ID gefunden: Ein Teil davon genügt nicht.',
)
