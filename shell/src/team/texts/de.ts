import { text } from '@sonaqor/ui/texts'

export const aboveYou = text(
  'Dieses Mitglied hat mehr Rechte als Sie. Ändern kann das nur, wer über ihm steht.',
)
export const accessReviews = text('Zugriffsprüfungen')
export const actions = text('Aktionen')
export const actionsFor = text('Aktionen für {name}')
export const active = text('Aktiv')
export const activity = text('Aktivität')
export const approveRules = text('Änderungen an Regeln, Schwellenwerten und Listen genehmigen')
export const auditStays = text('Was sie getan haben, bleibt im Audit-Protokoll.')
export const byName = text('Nach Name')
export const cancelInvite = text('Einladung zurückziehen')
export const cancelInviteDetail = text(
  'Der Link in der E-Mail gilt sofort nicht mehr. Sie können die Person jederzeit erneut einladen.',
)
export const cancelInviteEllipsis = text('Einladung zurückziehen …')
export const cancelInviteTitle = text('Einladung von {email} zurückziehen?')
export const changeApps = text('Apps anlegen und ändern')
export const changeKeys = text('API-Schlüssel ausstellen und widerrufen')
export const changeProjects = text('Projekte anlegen und ändern')
export const changeRole = text('Rolle ändern')
export const changeRoleEllipsis = text('Rolle ändern …')
export const changeRoleTitle = text('Rolle von {name} ändern')
export const changeSecurity = text(
  'Festlegen, wie sich Mitglieder anmelden: zweite Faktoren und Single Sign-on',
)
export const changeTeam = text('Mitglieder einladen, ihre Rollen ändern, sie sperren und entfernen')
export const changeWebhooks = text('Webhook-Endpunkte anlegen und ändern, Ereignisse erneut senden')
export const clearFilters = text('Filter zurücksetzen')
export const compareRoles = text('Was darf jede Rolle?')
export const compliance = text('Compliance')
export const complianceDetail = text(
  'Rechte, die keine Rolle enthält. Inhaber vergeben sie alle zusammen, an jedes Mitglied.',
)
export const complianceGiven = text('{name} hat jetzt die Compliance-Rechte')
export const complianceTaken = text('{name} hat die Compliance-Rechte nicht mehr')
export const consentToSupport = text('Sonaqor für eine Zeit Einsicht in die Organisation geben')
export const correctWrong = text(
  '{count, plural, one {Falsche Adresse korrigieren} other {# falsche Adressen korrigieren}}',
)
export const critical = text('Zweiter Faktor')
export const decideMatches = text('Treffer auf Sanktions- und PEP-Listen ausräumen und bestätigen')
export const details = text('Details')
export const discard = text('Verwerfen')
export const discardEntered = text('Eingaben verwerfen?')
export const done = text('Fertig')
export const email = text('E-Mail')
export const emailToCopy = text('E-Mail-Adresse')
export const emails = text('E-Mail-Adressen')
export const emailsExample = text('ada@example.com, Grace Hopper <grace@example.com>')
export const emailsHint = text(
  'Eine oder mehrere, getrennt durch Kommas, Leerzeichen oder Zeilen. Auch mit Namen einfügbar.',
)
export const emailsMissing = text('Geben Sie mindestens eine E-Mail-Adresse ein.')
export const entriesShown = text('{count, plural, one {# Eintrag} other {# Einträge}}')
export const factorMissing = text('Nicht eingerichtet')
export const factorMissingHint = text(
  'Was einen zweiten Faktor verlangt, bleibt verschlossen, bis einer eingerichtet ist.',
)
export const factorOff = text('Fehlt')
export const factorOn = text('Eingerichtet')
export const factorsEnd = text(
  'Authenticator-App, Passkeys und Wiederherstellungscodes sowie alle vertrauten Browser.',
)
export const factorSetUp = text('Eingerichtet')
export const factorsWereReset = text('Zweite Faktoren von {name} zurückgesetzt')
export const fileReports = text('Verdachtsmeldungen entwerfen und abgeben')
export const forAnyMember = text('Das darf jedes Mitglied, unabhängig von der Rolle.')
export const forMembers = text('Es steht Mitgliedern offen.')
export const gained = text('Kommt hinzu')
export const giveCompliance = text('Compliance-Rechte geben')
export const giveComplianceEllipsis = text('Compliance-Rechte geben …')
export const giveComplianceTitle = text('{name} die Compliance-Rechte geben?')
export const hasCompliance = text('Die Compliance-Rechte wurden erteilt, und {scope} gehört dazu.')
export const held = text('Erteilt')
export const holdsAtOnce = text('Das gilt sofort, in allen Sitzungen.')
export const inviteAboveYou = text('Diese Einladung gilt für eine Rolle über Ihrer eigenen.')
export const inviteAgain = text('Eine erneute Einladung ist jederzeit möglich.')
export const inviteCancelled = text('Einladung von {email} zurückgezogen')
export const inviteExpired = text('Einladung abgelaufen')
export const inviteId = text('Einladungs-ID')
export const invitePeople = text('Personen einladen')
export const invited = text('Eingeladen')
export const invitedBy = text('Eingeladen von {name}, {when}')
export const invitedByName = text('Eingeladen von')
export const invitedByOver = text('Eingeladen von {name}, abgelaufen {when}')
export const invitesSent = text(
  '{count, plural, one {# Einladung gesendet} other {# Einladungen gesendet}}',
)
export const isActive = text('Die Mitgliedschaft ist aktiv.')
export const isInvited = text('Bereits eingeladen')
export const isInvitedDetail = text(
  'Die Einladung ist noch offen. Sie können sie in der Liste erneut senden.',
)
export const isMember = text('Bereits Mitglied')
export const isMemberDetail = text('Sie gehören zum Team, daher wurde nichts gesendet.')
export const isSuspended = text('Das Mitglied ist gesperrt und kommt daher nirgends hinein.')
export const joined = text('Beigetreten')
export const keepEditing = text('Weiter bearbeiten')
export const keepInvite = text('Behalten')
export const keysGoOn = text(
  'Ausgestellte API-Schlüssel gelten weiter. Widerrufen Sie sie selbst, wenn das nicht so sein soll.',
)
export const lacksCompliance = text(
  '{scope} gehört zu den Compliance-Rechten, die Inhaber vergeben und die hier fehlen.',
)
export const lacksFactor = text(
  'Es verlangt einen zweiten Faktor innerhalb der letzten Minuten, und keiner ist eingerichtet.',
)
export const lacksFactorOnce = text(
  'Es verlangt für diese eine Aktion einen zweiten Faktor, und keiner ist eingerichtet.',
)
export const lastOwnerStays = text(
  'Das ist der letzte Inhaber. Machen Sie zuerst jemand anderen zum Inhaber.',
)
export const lastSeen = text('Zuletzt gesehen')
export const lastSeenFirst = text('Zuletzt gesehene zuerst')
export const lastSent = text('Zuletzt gesendet')
export const leaveEllipsis = text('Team verlassen …')
export const leaveTeam = text('Team verlassen')
export const leaveTitle = text('{tenant} verlassen?')
export const linkExpired = text('Link abgelaufen')
export const linkExpires = text('Link läuft ab')
export const linkIsOver = text(
  'Der Link gilt nicht mehr (abgelaufen {when}). Senden Sie die Einladung erneut, oder ziehen Sie sie zurück.',
)
export const linkLasts = text('Jeder Link gilt einmal, 72 Stunden lang.')
export const lost = text('Fällt weg')
export const makeOwners = text(
  'Jemanden zum Inhaber machen sowie Compliance-Rechte geben oder entziehen',
)
export const makeSure = text(
  'Wer das Passwort kennt, könnte sich als diese Person ausgeben. Rufen Sie sie unter einer Ihnen bekannten Nummer zurück, oder sprechen Sie persönlich mit ihr.',
)
export const makeSureTitle = text('Vergewissern Sie sich, wer darum bittet')
export const matrixPurpose = text(
  'Nach genau dieser Tabelle entscheidet der Server. Zu jedem Recht steht der Scope, unter dem die API es kennt.',
)
export const mayTheyExample = text('Rechte und Operationen suchen')
export const mayTheyHint = text('Ein Recht oder eine Operation der API wie keys.issue.')
export const mayTheyWhat = text('Was soll geprüft werden?')
export const member = text('Mitglied')
export const memberId = text('Mitglieds-ID')
export const members = text('Mitglieder')
export const membersShown = text('{count, plural, one {# Person} other {# Personen}}')
export const name = text('Name')
export const never = text('Nie')
export const newFactorFirst = text(
  'Bei der nächsten Anmeldung ist nach dem Passwort zuerst ein neuer zweiter Faktor einzurichten.',
)
export const newFactorNext = text(
  'Die Person wurde per E-Mail informiert und richtet bei der nächsten Anmeldung einen neuen ein.',
)
export const newOwner = text('Inhaber dürfen alles')
export const newOwnerDetail = text(
  'Sie könnten auch Ihre Rolle ändern oder Sie entfernen. Alle Inhaber werden benachrichtigt.',
)
export const newestFirst = text('Neueste zuerst')
export const no = text('Nein')
export const noAddress = text('Keine Adresse')
export const noAddressDetail = text(
  'Dorthin lässt sich nichts senden. Prüfen Sie sie auf Tippfehler.',
)
export const noTheyMayNot = text('Nein, {name} darf das nicht')
export const nobodyMatches = text('Niemand entspricht den Filtern')
export const notForMembers = text(
  'Mitglieder dürfen das gar nicht; es ist für API-Schlüssel oder Sonaqor bestimmt.',
)
export const notHeld = text('Nicht erteilt')
export const notOpened = text('Konnte nicht geöffnet werden')
export const notOpenedBecause = text(
  'Der Rest der Seite konnte nicht geladen werden. Prüfen Sie die Verbindung, und versuchen Sie es erneut.',
)
export const notResent = text('Die Einladung an {email} wurde nicht erneut gesendet')
export const notResumed = text('{name} ist weiterhin gesperrt')
export const notYet = text('Noch nicht')
export const nothingDone = text('Noch keine Aktivität')
export const nothingDoneDetail = text(
  'Hier steht, was {name} tut und was an {name} geändert wird, aus dem Audit-Protokoll.',
)
export const oldLinkIsDead = text('Der neue Link gilt 72 Stunden; der alte gilt nicht mehr.')
export const openEmbeds = text('Embed-Sitzungen für die Website eines Partners erstellen')
export const openMember = text('{name} öffnen')
export const openToAll = text('Das darf jeder; es wird nicht gefragt, wer man ist.')
export const order = text('Reihenfolge')
export const passwordStays = text('Das Passwort. Ohne dieses meldet sich niemand an.')
export const permission = text('Recht')
export const placeHolds = text('Aufbewahrungssperren setzen und aufheben')
export const policyMet = text(
  'Ihre Organisation verlangt von allen einen zweiten Faktor, und einer ist eingerichtet.',
)
export const policyNotMet = text(
  'Ihre Organisation verlangt von allen einen zweiten Faktor, und keiner ist eingerichtet. Bis dahin bleibt der Zugang verschlossen.',
)
export const purpose = text('Wer hier mit Ihnen arbeitet und was jeder darf.')
export const removeEllipsis = text('Entfernen …')
export const removeMember = text('Mitglied entfernen')
export const removeTitle = text('{name} entfernen?')
export const removed = text('Entfernt')
export const resend = text('Erneut senden')
export const resetFactors = text('Zweite Faktoren zurücksetzen')
export const resetFactorsEllipsis = text('Faktoren zurücksetzen …')
export const resetFactorsTitle = text('Zweite Faktoren von {name} zurücksetzen?')
export const resume = text('Wieder zulassen')
export const resumeAnyTime = text('Sie können das Mitglied jederzeit wieder zulassen.')
export const rights = text('Was ist erlaubt?')
export const role = text('Rolle')
export const roleAboveYou = text('Sie können keine Rolle vergeben, die mehr darf als Ihre eigene.')
export const roleChanged = text('{name} ist jetzt {role}')
export const roleEnds = text('Rolle und Rechte in dieser Organisation.')
export const roleHolds = text('Die Rolle {role} enthält {scope}.')
export const roleLacks = text(
  'Die Rolle {role} enthält {scope} nicht. {count, plural, =0 {Keine Rolle enthält es.} one {Diese Rolle enthält es: {holders}.} other {Diese Rollen enthalten es: {holders}.}}',
)
export const roleMissing = text('Wählen Sie eine Rolle.')
export const roleStays = text('Das Mitglied bleibt mit seiner Rolle im Team.')
export const runJobs = text('Exporte starten sowie Hintergrundarbeiten abbrechen und fortsetzen')
export const sameRole = text('Diese Rolle besteht bereits. Wählen Sie eine andere.')
export const sameScopes = text('Beide Rollen dürfen derzeit dasselbe.')
export const searchAudit = text('Audit-Protokoll durchsuchen, prüfen und exportieren')
export const searchTeam = text('Name oder E-Mail suchen')
export const secondFactor = text('Zweiter Faktor')
export const seeApps = text('Apps und ihre Einstellungen sehen')
export const seeCustomers = text('Kundendaten sehen, auch in Protokollen')
export const seeEmbeds = text('Embed-Sitzungen sehen, und welchen Seiten eine verweigert wurde')
export const seeHolds = text('Aufbewahrungssperren sehen')
export const seeJobs = text('Hintergrundarbeiten wie Exporte und ihren Fortschritt sehen')
export const seeKeys = text('API-Schlüssel sehen, nie ihre Geheimnisse')
export const seeLogs = text('Anfragen mit API-Schlüsseln sehen')
export const seeNotifications = text(
  'Sehen, welche Benachrichtigungen an wen gingen und ob sie ankamen',
)
export const seeProjects = text('Projekte sehen')
export const seeReports = text('Verdachtsmeldungen sehen')
export const seeSecurity = text('Sehen, wie sich Mitglieder anmelden müssen')
export const seeTeam = text('Mitglieder des Teams sehen')
export const seeWebhooks = text('Webhook-Endpunkte und ihre Zustellungen sehen')
export const sendCustomers = text('Kundendaten senden')
export const sendInvites = text(
  '{count, plural, =0 {Einladungen senden} one {# Einladung senden} other {# Einladungen senden}}',
)
export const sendTransactions = text('Transaktionen senden')
export const sent = text('Gesendet')
export const sentInvitesEnd = text('Versendete Einladungen, die noch niemand angenommen hat.')
export const sessionsEnd = text(
  'Alle Sitzungen und offenen Seiten, sofort. Nicht Gespeichertes geht dort verloren.',
)
export const sessionsHaveEnded = text('Alle Sitzungen sind beendet.')
export const showDetails = text('Details anzeigen')
export const someInvited = text('{count, number} von {of, number} eingeladen')
export const status = text('Status')
export const suspend = text('Sperren')
export const suspendEllipsis = text('Sperren …')
export const suspendTitle = text('{name} sperren?')
export const suspended = text('Gesperrt')
export const tableOfTeam = text('Mitglieder und offene Einladungen')
export const takeCompliance = text('Compliance-Rechte entziehen')
export const takeComplianceEllipsis = text('Compliance-Rechte entziehen …')
export const takeComplianceTitle = text('{name} die Compliance-Rechte entziehen?')
export const takesFactor = text(
  'Es verlangt einen zweiten Faktor innerhalb der letzten Minuten, und einer ist eingerichtet.',
)
export const takesFactorOnce = text(
  'Es verlangt für diese eine Aktion einen zweiten Faktor, und einer ist eingerichtet.',
)
export const team = text('Team')
export const thatIsYou = text('(Sie)')
export const toSeeTeam = text('das Team zu sehen')
export const tooManyEmails = text(
  'Es lassen sich höchstens 50 auf einmal einladen; dies sind {count, number}.',
)
export const tooOften = text('Nicht gesendet')
export const tooOftenDetail = text(
  'An diese Adresse gingen in der letzten Stunde viele Einladungen. Versuchen Sie es später erneut.',
)
export const typeName = text('Geben Sie zur Bestätigung „{name}“ ein')
export const typedWrong = text('Das ist nicht derselbe Name.')
export const wasRemoved = text('{name} entfernt')
export const wasResent = text('Einladung an {email} erneut gesendet')
export const wasResumed = text('{name} ist wieder zugelassen')
export const wasSuspended = text('{name} gesperrt')
export const whatEnds = text('Was endet')
export const whatRolesMayDo = text('Was Rollen dürfen')
export const whatStays = text('Was bleibt')
export const widerFilters = text('Ändern oder entfernen Sie Filter, um mehr zu sehen.')
export const yes = text('Ja')
export const yesTheyMay = text('Ja, {name} darf das')
export const yourAccountStays = text('Ihr Konto und Ihre anderen Teams.')
export const yourInvitesEnd = text(
  'Von Ihnen versendete Einladungen, die noch niemand angenommen hat.',
)
export const yourKeysGoOn = text('Von Ihnen ausgestellte API-Schlüssel gelten weiter.')
export const yourOwnRole = text('Das ist Ihre eigene Rolle')
export const yourOwnRoleDetail = text('Was wegfällt, kann Ihnen nur jemand anderes zurückgeben.')
export const yourRoleEnds = text('Ihre Rolle und Ihre Rechte in dieser Organisation.')
export const yourSessionsEnd = text('Alle Ihre Sitzungen in diesem Team, sofort.')
