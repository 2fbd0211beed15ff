import { text } from '@sonaqor/ui/texts'

export const allRead = text('Sie haben alle gelesen')
export const allReadDetail = text('Was als Nächstes kommt, erscheint hier von selbst.')
export const attempts = text('{count, plural, one {# Versuch} other {# Versuche}}')
export const bell = text(
  '{count, plural, =0 {Benachrichtigungen} one {Benachrichtigungen, # ungelesen} other {Benachrichtigungen, # ungelesen}}',
)
export const bellOverfull = text('Benachrichtigungen, mehr als 99 ungelesen')
export const channel = text('Kanal')
export const deliveries = text('Zustellung')
export const deliveriesCaption = text('Was an wen gesendet wurde, das Neueste zuerst')
export const deliveriesPurpose = text(
  'Was aus jeder Benachrichtigung dieses Mandanten geworden ist, auf jedem Kanal. Ihr Inhalt wird hier nicht aufbewahrt.',
)
export const deliveriesShown = text('{count, plural, one {# Zustellung} other {# Zustellungen}}')
export const emptyInbox = text('Noch keine Benachrichtigungen')
export const emptyInboxDetail = text(
  'Wenn etwas geschieht, das Sie betrifft, etwa ein Schlüssel widerrufen wird, steht es hier.',
)
export const failed = text('Fehlgeschlagen')
export const inbox = text('Eingang')
export const isUnread = text('Ungelesen')
export const kind = text('Anlass')
export const letterEmailChange = text('Bestätigung einer neuen E-Mail-Adresse')
export const letterEmailChanged = text('Nachricht an die bisherige E-Mail-Adresse')
export const letterInvited = text('Einladung ins Team')
export const letterKnown = text('Registrierung mit bekannter Adresse')
export const letterRemoved = text('Nachricht über das Ausscheiden aus dem Team')
export const letterReset = text('Link für ein neues Passwort')
export const letterSignUp = text('Bestätigung einer Registrierung')
export const letterSuspended = text('Nachricht über eine Sperrung')
export const locked = text('Immer an')
export const lockedBecause = text(
  'Was immer an ist, dient der Sicherheit Ihres Kontos. Es lässt sich nicht abschalten, damit niemand es stummschaltet, der in Ihr Konto gelangt ist.',
)
export const mail = text('E-Mail')
export const markAllRead = text('Alle als gelesen markieren')
export const markRead = text('Als gelesen markieren')
export const markReadOf = text('Als gelesen markieren: {title}')
export const member = text('Mitglied')
export const newOnes = text('Neue Benachrichtigungen anzeigen')
export const nextTry = text('Nächster Versuch {at}')
export const noDeliveries = text('Noch nichts gesendet')
export const noDeliveriesDetail = text(
  'E-Mails und Nachrichten stehen hier, sobald eine gesendet wird.',
)
export const noDeliveriesMatch = text('Keine Zustellung entspricht den Filtern')
export const notMarked = text('Nicht als gelesen markiert')
export const notSaved = text('Ihre Auswahl wurde nicht gespeichert')
export const notSetUp = text('Für Sie nicht eingerichtet: {channels}')
export const notSetUpDetail = text(
  'Dorthin können Benachrichtigungen gehen, sobald Sie eine bestätigte Adresse dafür haben. Bis dahin erreichen sie Sie hier und per E-Mail.',
)
export const notifications = text('Benachrichtigungen')
export const notificationsShown = text(
  '{count, plural, one {# Benachrichtigung} other {# Benachrichtigungen}}',
)
export const preferences = text('Was Sie erfahren')
export const preferencesCaption = text('Auf welchen Kanälen Sie wovon erfahren')
export const preferencesPurpose = text('Jede Auswahl gilt ab der nächsten Benachrichtigung.')
export const reasonBusy = text('Der Server des Empfängers war überlastet')
export const reasonNoAddress = text('Keine bestätigte Adresse')
export const reasonNoMailServer = text('Kein Mailserver eingerichtet')
export const reasonNoMember = text('Kein Mitglied mehr')
export const reasonNoSlack = text('Slack ist nicht eingerichtet')
export const reasonNoSms = text('SMS sind nicht eingerichtet')
export const reasonRefused = text('Vom Server des Empfängers abgelehnt')
export const reasonTooSlow = text('Der Server des Empfängers hat zu lange nicht geantwortet')
export const reasonUnreachable = text('Der Server des Empfängers war nicht erreichbar')
export const recipient = text('An')
export const removeFilters = text('Filter entfernen')
export const savedOff = text(
  'Nicht mehr {channel, select, inbox {im Eingang} mail {per E-Mail} slack {in Slack} other {per SMS}}: {kind}',
)
export const savedOn = text(
  'Ab jetzt {channel, select, inbox {im Eingang} mail {per E-Mail} slack {in Slack} other {per SMS}}: {kind}',
)
export const seeAll = text('Alle Benachrichtigungen ansehen')
export const sent = text('Gesendet')
export const showAll = text('Alle anzeigen')
export const slack = text('Slack')
export const sms = text('SMS')
export const state = text('Status')
export const statusOf = text('{reason} ({status})')
export const suppressed = text('Nicht gesendet')
export const toSeeDeliveries = text('die Zustellung zu sehen')
export const unreadNow = text(
  '{count, plural, one {Neue Benachrichtigung. # ist ungelesen} other {Neue Benachrichtigung. # sind ungelesen}}',
)
export const unreadOnly = text('Nur ungelesene')
export const waiting = text('Wartet')
export const wayOf = text(
  '{kind}: {channel, select, inbox {Eingang} mail {E-Mail} slack {Slack} other {SMS}}',
)
export const when = text('Wann')
