import { text } from '@sonaqor/module/texts'

export const actions = text('Aktionen')
export const actionsFor = text('Aktionen für {name}')
export const active = text('Aktiv')
export const addEndpoint = text('Endpunkt hinzufügen')
export const allDeliveries = text('Alle Zustellungen')
export const allEndpoints = text('Alle Endpunkte')
export const answeredWith = text('Antwort {status}')
export const answeredAndFailed = text('Antwort {status}, doch der Versuch schlug fehl')
export const app = text('App')
export const askedInVain = text('Nicht eingewilligt')
export const askedInVainBecause = text(
  '{reason, select, late {Keine Antwort innerhalb von 5 Sekunden.} unreachable {Der Endpunkt war nicht erreichbar.} refused {Auf OPTIONS kam {value}.} silent {In der Antwort fehlt WebHook-Allowed-Origin.} stranger {Erlaubt ist eine andere Origin als {value}.} other {{why}.}} Nötig sind 2xx und WebHook-Allowed-Origin mit unserem Namen oder *.',
)
export const asTest = text('(ein Test)')
export const backlog = text('Rückstand')
export const certificateEnded = text('Zertifikat abgelaufen')
export const certificateEnding = text('Zertifikat läuft bald ab')
export const clearFilters = text('Filter zurücksetzen')
export const conditionInWords = text('{path} {operator} {value}')
export const deleteAsked = text('Löschen …')
export const disabled = text('Abgeschaltet')
export const disabledSince = text('Schlug tagelang fehl; abgeschaltet {when}')
export const editAsked = text('Bearbeiten …')
export const endOldAsked = text('Altes Geheimnis beenden …')
export const endpoint = text('Endpunkt')
export const endpointsShown = text('{count, plural, one {# Endpunkt} other {# Endpunkte}}')
export const events = text('Ereignisse')
export const failing = text('Schlägt fehl')
export const failingSince = text('begann {when}')
export const goneSince = text('Antwortete 410; abgeschaltet {when}')
export const heldBackUntil = text('zurückgehalten bis {when}')
export const heldBackWhy = text(
  'Fünf Zustellungen in Folge schlugen fehl, oder der Empfänger bat um Zeit. Danach folgt ein Versuch nach dem anderen, bis einer gelingt.',
)
export const howEndpointsCome = text(
  'Ein Endpunkt ist eine Ihrer Adressen, der wir melden, was geschieht. Jede Meldung ist signiert und wird bis zu drei Tage lang wiederholt, bis sie ankommt.',
)
export const isTriedNow = text('„{name}“ wird jetzt versucht')
export const lastAttempt = text('Letzter Versuch')
export const latencyMeans = text(
  'Die Hälfte der Antworten kam binnen {p50, number} ms, 95 % binnen {p95, number} ms',
)
export const latencyTitle = text('Latenz p50 / p95')
export const milliseconds = text('{count, number} ms')
export const never = text('Nie')
export const noAttempts = text('Keine Versuche')
export const noEndpointMatches = text('Kein Endpunkt passt zu den Filtern')
export const noEndpointsYet = text('Noch keine Endpunkte')
export const notAnswered = text('keine Antwort')
export const nothingWaits = text('Nichts wartet')
export const notMeasured = text('Nicht gemessen')
export const notOpened = text('Dies konnte nicht geöffnet werden')
export const notOpenedBecause = text(
  'Ein Teil der Seite wurde nicht geladen. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
)
export const notWhileInactive = text(
  'Setzen Sie den Endpunkt zuerst fort; zurzeit wird ihm nichts gesendet.',
)
export const ofAttempts = text('von {count, plural, one {# Versuch} other {# Versuchen}}')
export const oldestOf = text('älteste {when}')
export const oneAtATime = text('ein Versuch nach dem anderen')
export const openEndpoint = text('{name} öffnen')
export const operatorAbove = text('ist über')
export const operatorBelow = text('ist unter')
export const operatorContains = text('enthält')
export const operatorExists = text('ist vorhanden')
export const operatorIs = text('ist')
export const operatorIsMissing = text('fehlt')
export const operatorIsNot = text('ist nicht')
export const operatorIsOneOf = text('ist eines von')
export const operatorStartsWith = text('beginnt mit')
export const pause = text('Pausieren')
export const paused = text('Pausiert')
export const pausedMeans = text(
  'Was inzwischen geschieht, wird als übersprungen aufbewahrt und kann nachgesendet werden.',
)
export const pausedSince = text('Pausiert {when}')
export const purpose = text(
  'Ihre Adressen, denen wir melden, was geschieht: signiert und mindestens einmal zugestellt.',
)
export const replayAsked = text('Zeitraum nachsenden …')
export const resume = text('Fortsetzen')
export const resumedMeans = text(
  'Was wartete, geht jetzt hinaus. Übersprungenes wird nur durch Nachsenden gesendet.',
)
export const retryFailedAsked = text('Fehlgeschlagenes wiederholen …')
export const rotateAsked = text('Geheimnis rotieren …')
export const rotating = text('Rotation läuft')
export const searchEndpoints = text('Endpunkte durchsuchen')
export const seeWebhooks = text('Webhooks zu sehen')
export const sendTest = text('Test senden')
export const showAll = text('Alles dazu anzeigen')
export const showDeliveries = text('Zustellungen anzeigen')
export const showSecretAsked = text('Geheimnis anzeigen …')
export const state = text('Status')
export const success = text('Erfolg')
export const tableOfEndpoints = text('Webhook-Endpunkte')
export const testInbox = text('Testpostfach')
export const time = text('Zeit')
export const triedNowMeans = text(
  'Was dadurch wartete, geht hinaus; was vorher fehlschlug, behält die Zeit seines nächsten Versuchs.',
)
export const tryNow = text('Jetzt versuchen')
export const typesCounted = text('{count, plural, =0 {Alle Arten} one {# Art} other {# Arten}}')
export const unconfirmed = text('Nicht eingewilligt')
export const unconfirmedSince = text('Erstmals gefragt: {when}; noch nicht eingewilligt')
export const waiting = text('{count, plural, one {# wartet} other {#{more} warten}}')
export const wasPaused = text('„{name}“ pausiert')
export const wasResumed = text('„{name}“ läuft weiter')
export const webhooks = text('Webhooks')
export const widerFilters = text('Versuchen Sie es mit weniger Wörtern oder anderen Filtern.')
