import { text } from '@sonaqor/module/texts'

export const atMostPerSecond = text('Zustellungen pro Sekunde')
export const cancel = text('Abbrechen')
export const delivered = text('Zugestellte')
export const deliveredMeans = text(
  'Ihr Empfänger erhält sie ein zweites Mal, mit derselben Ereigniskennung.',
)
export const done = text('Fertig')
export const everyType = text('Alle Arten')
export const failed = text('Fehlgeschlagene')
export const failedMeans = text('Nach dem letzten Versuch aufgegeben.')
export const fromTo = text('{from} bis {to}')
export const givenUpSince = text('Aufgegeben in')
export const goesOn = text('Es läuft weiter, wenn Sie gehen; Sie finden es unter den Jobs.')
export const goesOnHere = text('Es läuft weiter, wenn Sie gehen.')
export const jobFailed = text('Bei uns ging etwas schief. Der Support findet es unter {id}.')
export const lastDay = text('den letzten 24 Stunden')
export const lastHour = text('der letzten Stunde')
export const lastMonth = text('den letzten 30 Tagen')
export const lastWeek = text('den letzten 7 Tagen')
export const missing = text('Nie gesendete')
export const missingMeans = text(
  'Ereignisse, die er heute bekäme, aus der Zeit vor seinem Abonnement.',
)
export const nothingToSend = text('Es gibt nichts zu senden')
export const nothingToSendDetail = text(
  'Wählen Sie einen längeren Zeitraum oder andere Zustellungen.',
)
export const notStopped = text('Dies hat nicht stattgefunden')
export const otherTime = text('einem anderen Zeitraum …')
export const paceHint = text(
  'Wie schnell sie eingereiht werden; ohne Angabe so schnell, wie der Endpunkt sie annimmt.',
)
export const paceStrange = text('Geben Sie eine ganze Zahl von 1 bis {most, number} ein.')
export const putInLine = text(
  '{count, plural, one {# Zustellung eingereiht} other {# Zustellungen eingereiht}}',
)
export const replay = text('Nachsenden')
export const replayMeans = text(
  'Ereignisse eines Zeitraums werden erneut gesendet, jedes mit seiner Kennung. Zuerst sehen Sie, welche das wären.',
)
export const replayTo = text('Zeitraum an „{name}“ nachsenden')
export const retryFailed = text('Fehlgeschlagenes wiederholen')
export const retryFailedMeans = text(
  'Alle seither aufgegebenen Zustellungen werden noch einmal eingereiht.',
)
export const retryFailedOf = text('Fehlgeschlagenes für „{name}“ wiederholen')
export const sendAgain = text(
  '{count, plural, one {# Zustellung senden} other {# Zustellungen senden}}',
)
export const sends = text(
  '{count, plural, one {# Zustellung würde gesendet} other {# Zustellungen würden gesendet}}',
)
export const sendsAtLeast = text('Mindestens {count, number} Zustellungen würden gesendet')
export const sendsTo = text('An {url}')
export const sentBefore = text(
  '{count, plural, =0 {Angehalten, bevor etwas eingereiht war.} one {Angehalten nach # eingereihter Zustellung, die noch gesendet wird.} other {Angehalten nach # eingereihten Zustellungen, die noch gesendet werden.}}',
)
export const showPreview = text('Zeigen, was gesendet würde')
export const since = text('Seit')
export const skipped = text('Übersprungene')
export const skippedMeans = text('Aufbewahrt, während der Endpunkt pausiert oder abgeschaltet war.')
export const speed = text('Tempo')
export const speedOf = text(
  '{count, number} pro Sekunde, insgesamt {seconds, plural, one {etwa eine Sekunde} other {etwa # Sekunden}}',
)
export const stage = text('Zustellungen werden eingereiht')
export const statesMissing = text('Wählen Sie mindestens eines.')
export const time = text('Zeit')
export const timeMissing = text('Geben Sie Datum und Uhrzeit an.')
export const type = text('Ereignisart')
export const unit = text('Zustellungen')
export const whatOf = text('Welche Zustellungen')
