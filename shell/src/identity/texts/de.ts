import { text } from '@sonaqor/ui/texts'

export const absoluteEndDetail = text(
  'Sitzungen dauern höchstens 12 Stunden. Melden Sie sich erneut an, um fortzufahren; auf dieser Seite geht nichts verloren.',
)
export const acceptAsKnown = text(
  'Für {email} gibt es bereits ein Konto. Geben Sie dessen Passwort ein, um beizutreten.',
)
export const acceptByCompany = text(
  'Ihr Unternehmen meldet sich über seinen eigenen Anbieter an. Melden Sie sich dort als {email} an; damit nehmen Sie die Einladung an.',
)
export const acceptInviteTitle = text('Einem Team beitreten')
export const addAPasskey = text('Passkey hinzufügen')
export const addPasskey = text('Passkey hinzufügen')
export const addedAt = text('Hinzugefügt {at}')
export const askForNewLink = text('Neuen Link anfordern')
export const authenticatorApp = text('Authenticator-App')
export const authenticatorDetail = text(
  'Eine App auf Ihrem Telefon zeigt alle 30 Sekunden einen neuen Code.',
)
export const authenticatorNeeds = text(
  'Sie brauchen eine Authenticator-App, auf Ihrem Telefon oder in Ihrem Passwortmanager.',
)
export const authenticatorRemoved = text('Authenticator-App entfernt')
export const authenticatorSetUp = text('Authenticator-App eingerichtet')
export const backToSignIn = text('Zurück zur Anmeldung')
export const browserOnSystem = text('{browser} unter {system}')
export const changeEmail = text('E-Mail-Adresse ändern')
export const changeEmailDetail = text(
  'Wir senden einen Link an die neue Adresse. Bis Sie ihn öffnen, bleibt die alte gültig.',
)
export const changePassword = text('Passwort ändern')
export const changePasswordDetail = text(
  'Alle Ihre anderen Sitzungen werden beendet, in jedem Mandanten.',
)
export const codeNotRight = text(
  'Das ist nicht der Code, den die App gerade zeigt. Warten Sie auf den nächsten.',
)
export const codesAreKept = text('Sie sind aufbewahrt')
export const codesKept = text(
  'Die Codes werden nur dieses eine Mal angezeigt. Haben Sie sie aufbewahrt?',
)
export const codesLeft = text(
  '{left, plural, =0 {Keine Codes mehr übrig.} one {Noch # Code übrig.} other {Noch # Codes übrig.}} Jeder gilt einmal, wenn nichts anderes zur Hand ist.',
)
export const company = text('Unternehmen')
export const confirmEmail = text('E-Mail-Adresse bestätigen')
export const confirmEmailDetail = text('Ab dann melden Sie sich mit dieser Adresse an.')
export const confirmEmailTitle = text('Neue E-Mail-Adresse bestätigen')
export const confirmYourself = text('Bestätigen Sie Ihre Identität')
export const copyAll = text('Alle kopieren')
export const currentPassword = text('Aktuelles Passwort')
export const download = text('Herunterladen')
export const emailAsked = text('Link an die neue Adresse gesendet')
export const emailConfirmed = text('E-Mail-Adresse bestätigt')
export const emailWaits = text('Ihre neue E-Mail-Adresse ist noch nicht bestätigt')
export const emailWaitsDetail = text('Öffnen Sie den Link, der an {email} gesendet wurde.')
export const endOthers = text('Alle anderen beenden')
export const endOthersDetail = text(
  'Alle anderen Browser werden sofort abgemeldet, in allen Mandanten. Was dort nicht gespeichert ist, geht verloren.',
)
export const endOthersTitle = text('Alle anderen Sitzungen beenden?')
export const endSession = text('Beenden')
export const endSessionOf = text('Sitzung beenden: {device}')
export const fewCodesLeft = text('Nur wenige übrig')
export const finishSignUp = text('Passwort wählen')
export const finishSignUpDetail = text(
  'Ihre Adresse ist bestätigt. Wählen Sie ein Passwort, dann ist Ihr Dashboard bereit.',
)
export const firstCode = text('Erster Code')
export const firstCodeHint = text('Sechs Ziffern, die die App gerade zeigt.')
export const forgotPasswordDetail = text(
  'Wir senden Ihnen einen Link, über den Sie ein neues wählen.',
)
export const forgotPasswordTitle = text('Passwort vergessen?')
export const goOn = text('Weiter')
export const haveAccount = text('Ich habe ein Konto: anmelden')
export const haveKeptThem = text('Ich habe sie aufbewahrt')
export const idleEndDetail = text(
  'Seit einer Weile wurde nichts mehr abgerufen, deshalb wird die Sitzung gleich beendet.',
)
export const inviteAccepted = text('Sie sind beigetreten')
export const inviteAcceptedDetail = text(
  'Melden Sie sich mit Ihrem zweiten Faktor an, um das Dashboard zu öffnen.',
)
export const inviteOverDetail = text(
  'Er wurde verwendet, zurückgezogen oder durch einen neueren ersetzt, oder er ist zu alt. Bitten Sie die Person, die Sie eingeladen hat, die Einladung erneut zu senden.',
)
export const invitedBy = text('{inviter} lädt Sie ein, {tenant} beizutreten. Ihre Rolle: {role}.')
export const isOn = text('Aktiv')
export const joinTenant = text('{tenant} beitreten')
export const keepRecoveryCodes = text(
  'Bewahren Sie diese Codes auf. Sie werden nur jetzt angezeigt',
)
export const keepRecoveryCodesDetail = text(
  'Jeder davon meldet Sie einmal an, wenn Sie Telefon oder Passkey verlieren. Bewahren Sie sie dort auf, wo Sie Passwörter aufbewahren.',
)
export const languageOfMails = text('Sprache der E-Mails')
export const languageOfMailsHint = text('Die Sprache des Dashboards wählen Sie im Kontomenü.')
export const lastUsedAt = text('Zuletzt verwendet {at}')
export const leaveEnded = text('Seite verlassen? Nicht gespeicherte Eingaben gehen verloren.')
export const leavePage = text('Seite verlassen')
export const linkMissing = text('Öffnen Sie den Link in der E-Mail')
export const linkMissingDetail = text(
  'Diese Seite funktioniert nur über den Link, der Ihnen gesendet wurde.',
)
export const linkOver = text('Dieser Link gilt nicht mehr')
export const linkOverDetail = text('Er wurde schon verwendet oder ist zu alt.')
export const linkPutAway = text('Der Link in Ihrer E-Mail gilt noch')
export const linkPutAwayDetail = text(
  'Diese Seite wurde neu geladen und merkt sich keinen Link. Öffnen Sie ihn erneut aus der E-Mail: Bis er verwendet wird, gilt er 30 Minuten lang.',
)
export const lookIntoMail = text('Sehen Sie in Ihre E-Mails')
export const newEmail = text('Neue E-Mail-Adresse')
export const newPassword = text('Neues Passwort')
export const newPasswordHint = text('Mindestens 15 Zeichen. Einige Wörter lassen sich gut merken.')
export const newPasswordTitle = text('Neues Passwort wählen')
export const noPasskeysHere = text('Dieser Browser unterstützt keine Passkeys.')
export const notYourPassword = text('Das ist nicht Ihr Passwort.')
export const openDashboard = text('Dashboard öffnen')
export const passkeyAdded = text('Passkey hinzugefügt')
export const passkeyKnown = text('Dieses Gerät hat bereits einen Passkey von Ihnen')
export const passkeyNameHint = text('Unter dem Sie ihn wiederfinden.')
export const passkeyNeeds = text(
  'Dieses Gerät meldet Sie mit seiner Bildschirmsperre an, ohne Passwort.',
)
export const passkeyNotMade = text('Es wurde kein Passkey erstellt. Versuchen Sie es erneut')
export const passkeyRemoved = text('Passkey entfernt')
export const passkeyRenamed = text('Passkey umbenannt')
export const passkeys = text('Passkeys')
export const passkeysDetail = text(
  'Anmelden mit Fingerabdruck, Gesicht, Bildschirmsperre oder Sicherheitsschlüssel. Ein Passkey ersetzt Passwort und Code.',
)
export const passwordChanged = text('Passwort geändert')
export const passwordIsNew = text('Ihr Passwort ist geändert')
export const passwordIsNewDetail = text(
  'Alle Ihre Sitzungen wurden beendet. Melden Sie sich mit dem neuen Passwort an.',
)
export const print = text('Drucken')
export const profile = text('Profil')
export const profileSaved = text('Profil gespeichert')
export const qrCode = text('QR-Code für die Authenticator-App')
export const recoveryCodes = text('Wiederherstellungscodes')
export const recoveryCodesRenewed = text('Wiederherstellungscodes erneuert')
export const remove = text('Entfernen')
export const removeAuthenticator = text('App entfernen')
export const removeAuthenticatorDetail = text(
  'Ihre Codes melden Sie nicht mehr an, und vertraute Browser fragen wieder nach einem zweiten Faktor.',
)
export const removeAuthenticatorTitle = text('Authenticator-App entfernen?')
export const removePasskey = text('{name} entfernen')
export const removePasskeyDetail = text(
  'Er meldet Sie nicht mehr an, und vertraute Browser fragen wieder nach einem zweiten Faktor. Löschen Sie ihn auch auf dem Gerät.',
)
export const removePasskeyTitle = text('Passkey „{name}“ entfernen?')
export const rename = text('Umbenennen')
export const renamePasskey = text('{name} umbenennen')
export const renamePasskeyTitle = text('Passkey umbenennen')
export const renewCodes = text('Codes erneuern')
export const renewCodesDetail = text('Sie erhalten zehn neue Codes. Die alten gelten nicht mehr.')
export const renewCodesTitle = text('Wiederherstellungscodes erneuern?')
export const resetSentDetail = text(
  'Falls es für {email} ein Konto gibt, ist ein Link unterwegs. Er gilt 30 Minuten.',
)
export const save = text('Speichern')
export const scanCode = text('QR-Code scannen')
export const scanDetail = text('Öffnen Sie die App und scannen Sie diesen Code.')
export const secondFactor = text('Zweiter Faktor')
export const secondFactorNeeded = text('Ein zweiter Faktor ist nötig')
export const secondFactorPurpose = text(
  'Zusätzlich zum Passwort, bei der Anmeldung und vor kritischen Vorgängen.',
)
export const secret = text('geheimer Schlüssel')
export const sendLink = text('Link senden')
export const sessionEndedOf = text('Sitzung beendet: {device}')
export const sessionEndsSoon = text('Ihre Sitzung endet gleich')
export const sessionNotEnded = text('Sitzung konnte nicht beendet werden: {device}')
export const sessions = text('Sitzungen')
export const sessionsEnded = text(
  '{ended, plural, one {# Sitzung beendet} other {# Sitzungen beendet}}',
)
export const sessionsPurpose = text(
  'Wo Sie angemeldet sind. Beenden Sie, was Sie nicht kennen, und ändern Sie dann Ihr Passwort.',
)
export const setPassword = text('Passwort festlegen')
export const setUpAt = text('Eingerichtet {at}')
export const setUpAuthenticator = text('Authenticator-App einrichten')
export const setUpDone = text('Ihr zweiter Faktor ist eingerichtet')
export const setUpDoneDetail = text(
  'Schließen Sie diesen Tab und machen Sie in dem weiter, aus dem Sie kommen: Dort ist alles unverändert.',
)
export const setUpFirst = text('Richten Sie zuerst einen zweiten Faktor ein')
export const setUpFirstDetail = text(
  'Was Sie vorhatten, erfordert einen. Es steht unverändert in dem Tab, aus dem Sie kommen.',
)
export const signInAgain = text('Erneut anmelden')
export const signInAgainDetail = text(
  'Eine neue Sitzung beginnt, und diese Seite bleibt, wie sie ist.',
)
export const signUpSentDetail = text('Ein Link ist unterwegs an {email}. Er gilt 30 Minuten.')
export const signUpTitle = text('Konto anlegen')
export const signedInAt = text('Angemeldet {at}')
export const stay = text('Bleiben')
export const staySignedIn = text('Angemeldet bleiben')
export const stepOf = text('Schritt {at, number} von {of, number}')
export const tenantAsksToSetUp = text(
  '{tenant} verlangt von allen einen zweiten Faktor, und Sie haben noch keinen. Richten Sie einen ein, um fortzufahren.',
)
export const tenantAsksToShow = text(
  '{tenant} verlangt von allen einen zweiten Faktor. Bestätigen Sie Ihren, um fortzufahren.',
)
export const thisSession = text('Diese Sitzung')
export const timeLeft = text('Verbleibende Zeit: {left}')
export const toAccount = text('Zu Ihrem Konto')
export const toSignIn = text('Zur Anmeldung')
export const typeSecret = text('Oder geben Sie diesen Schlüssel in die App ein:')
export const unknownDevice = text('Unbekanntes Gerät')
export const unknownPlace = text('Unbekannter Ort')
export const workEmail = text('Geschäftliche E-Mail-Adresse')
export const yourAccountPurpose = text(
  'Wer Sie hier sind und wie Sie es beweisen. Es gilt in jedem Mandanten.',
)
export const yourName = text('Ihr Name')
