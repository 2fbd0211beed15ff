import { text } from '@sonaqor/ui/texts'

export const addDomain = text('Domain hinzufügen')
export const addGroup = text('Gruppe hinzufügen')
export const addressRefused = text(
  'Diese Adresse ist aus dem Internet nicht erreichbar und wird nicht angefragt.',
)
export const areKeptOut = text(
  '{count, plural, one {# aktives Mitglied hat keinen eingerichtet und bleibt} other {# aktive Mitglieder haben keinen eingerichtet und bleiben}} bis dahin ausgesperrt.',
)
export const askedForAll = text('Zweiten Faktor verlangen')
export const askedForAllDetail = text(
  'Wer in dieser Sitzung keinen gezeigt hat, kann nur einen einrichten oder zeigen.',
)
export const atProvider = text('Bei Ihrem Anbieter')
export const atProviderPurpose = text(
  'Legen Sie eine Webanwendung an (OpenID Connect, Authorization Code) und tragen Sie diese Adressen ein.',
)
export const change = text('Ändern')
export const changedMeanwhile = text('Jemand war schneller')
export const check = text('Prüfen')
export const checkAgain = text('Erneut prüfen')
export const checkConnection = text('Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.')
export const checking = text('Wird geprüft')
export const claim = text('Claim mit den Gruppen')
export const claimHint = text(
  'Leer lassen, wenn alle dieselbe Rolle erhalten. Bei vielen Anbietern heißt er groups oder roles.',
)
export const clientId = text('Client-ID')
export const clientRefused = text(
  'Der Anbieter erkennt uns nicht als seinen Client. Vergleichen Sie Client-ID und Secret.',
)
export const clientSecret = text('Client-Secret')
export const companySignIn = text('Anmeldung über das Unternehmen möglich')
export const companySignInDetail = text(
  '„Mit Ihrem Unternehmen anmelden“ führt Adressen Ihrer Domains zu Ihrem Anbieter.',
)
export const createsMembers = text('Neue Personen aufnehmen')
export const createsMembersHint = text(
  'Wer sich zum ersten Mal anmeldet, wird Mitglied. Sonst muss zuvor eingeladen werden.',
)
export const defaultRole = text('Rolle neuer Mitglieder')
export const domain = text('Domain')
export const domainAdded = text('{domain} wurde hinzugefügt')
export const domainAddedDetail = text(
  'Setzen Sie den Eintrag in Ihrem DNS und prüfen Sie ihn dann.',
)
export const domainHint = text('Der Teil hinter dem @ der Adressen Ihrer Personen')
export const domainInvalid = text('Geben Sie eine Domain wie acme.example ein.')
export const domains = text('Domains')
export const domainsPurpose = text(
  'Ihr Anbieter spricht nur für Adressen dieser Domains. Ein DNS-Eintrag beweist, dass eine Domain Ihnen gehört.',
)
export const everybodyHas = text('Alle aktiven Mitglieder haben einen eingerichtet.')
export const factorCounts = text('Zweiten Faktor des Anbieters anerkennen')
export const factorCountsHint = text(
  'Bestätigt Ihr Anbieter einen zweiten Faktor, wird hier bei der Anmeldung keiner verlangt. Kritische Handlungen verlangen weiterhin einen eigenen.',
)
export const found = text('Der Anbieter antwortet und erkennt uns')
export const group = text('Gruppe')
export const groupsToRoles = text('Gruppen und ihre Rollen')
export const groupsToRolesHint = text(
  'Die erste passende Zeile entscheidet. Inhaber wird auf diesem Weg niemand.',
)
export const isOff = text('Aus')
export const isOn = text('An')
export const isRequired = text('Verpflichtend')
export const issuer = text('Issuer')
export const issuerHint = text(
  'Die Adresse, die Ihr Anbieter als Issuer nennt, Zeichen für Zeichen: https://login.acme.example',
)
export const issuerInvalid = text('Geben Sie eine Adresse ein, die mit https:// beginnt.')
export const keptOutCount = text(
  '{count, plural, one {# aktives Mitglied hat keinen eingerichtet und bliebe} other {# aktive Mitglieder haben keinen eingerichtet und blieben}} bis dahin ausgesperrt.',
)
export const logoutUri = text('Back-Channel-Logout-URI')
export const logoutUriHint = text(
  'Wer sich beim Anbieter abmeldet, ist dann auch hier sofort abgemeldet.',
)
export const lookedAt = text('Geprüft {at}')
export const members = text('Mitglieder')
export const membersPurpose = text('Wer hereinkommt, und in welcher Rolle.')
export const needed = text('Diese Angabe wird benötigt.')
export const needsDomain = text('Verifizieren Sie zuerst eine Domain.')
export const needsGood = text('Testen Sie zuerst die Verbindung.')
export const needsOn = text('Schalten Sie zuerst die Anmeldung ein.')
export const neverTested = text('Noch nicht getestet')
export const noConnection = text('Noch kein Anbieter')
export const noConnectionDetail = text(
  'Bisher meldet sich jede Person mit eigenem Passwort oder Passkey an. Mit einem OpenID-Connect-Anbieter wie Entra ID, Okta oder Google gilt die Anmeldung des Unternehmens.',
)
export const noDescription = text('Unter dieser Adresse gibt es keine OpenID-Connect-Beschreibung.')
export const noDomains = text(
  'Noch keine Domain. Fügen Sie die hinzu, die hinter dem @ Ihrer Adressen steht.',
)
export const notFound = text('Eintrag nicht gefunden')
export const notFoundDetail = text(
  'Der Eintrag wurde nicht gefunden. Änderungen im DNS werden manchmal erst nach einer Stunde sichtbar.',
)
export const notOpened = text('Das ließ sich nicht öffnen')
export const notSupported = text(
  'Dem Anbieter fehlt etwas: der Authorization-Code-Ablauf oder Signaturen mit eigenen Schlüsseln.',
)
export const onlyCompany = text('Nur über das Unternehmen')
export const onlyCompanyDetail = text(
  'Personen Ihrer Domains kommen nur über Ihren Anbieter herein. Inhaber behalten ihr Passwort für den Notfall.',
)
export const onlyOwners = text('Nur ein Inhaber kann das ändern.')
export const otherIssuer = text(
  'Der Anbieter nennt sich anders. Übernehmen Sie den Issuer Zeichen für Zeichen aus seiner Beschreibung.',
)
export const provider = text('Anbieter')
export const providerPurpose = text(
  'Was Ihnen Ihr Anbieter beim Anlegen der Anwendung genannt hat.',
)
export const recordName = text('Name des TXT-Eintrags')
export const recordValue = text('Sein Wert')
export const redirectUri = text('Redirect-URI')
export const redirectUriHint = text('Dorthin führt Ihr Anbieter zurück.')
export const release = text('Aufgeben')
export const releaseTitle = text('{domain} aufgeben?')
export const releaseWords = text(
  'Adressen dieser Domain melden sich nicht mehr über Ihren Anbieter an, und ein anderer Mandant kann sie beanspruchen.',
)
export const remove = text('Entfernen')
export const removeLine = text('Diese Zeile entfernen')
export const removeProvider = text('Anbieter entfernen')
export const removeTitle = text('Anbieter entfernen?')
export const removeWords = text(
  'Sitzungen, die darüber begonnen haben, enden sofort. Mitglieder ohne Passwort setzen eines über „Passwort vergessen?“. Die Domains bleiben.',
)
export const requireFactor = text('Verlangen')
export const requireFactorTitle = text('Zweiten Faktor verlangen?')
export const requireOnly = text('Verpflichtend machen')
export const requireOnlyTitle = text('Nur noch über den Anbieter hereinlassen?')
export const requireOnlyWords = text(
  'Anders begonnene Sitzungen enden sofort, außer die von Inhabern. Probieren Sie die Anmeldung zuvor in einem anderen Browser aus.',
)
export const role = text('Rolle')
export const save = text('Speichern')
export const saved = text('Single Sign-on wurde gespeichert')
export const savedDetail = text('Testen Sie als Nächstes die Verbindung.')
export const secondFactor = text('Zweiter Faktor')
export const secondFactorPurpose = text(
  'Ein Code aus einer App oder ein Passkey, zusätzlich zum Passwort.',
)
export const secretHint = text('Wird nach dem Speichern niemandem mehr gezeigt.')
export const secretKept = text('Leer lassen, um das gespeicherte zu behalten.')
export const secretKeptShort = text('Wie gespeichert')
export const secretNew = text('Ein neues')
export const seeSecurity = text('zu sehen, wie sich Mitglieder anmelden')
export const setUp = text('Single Sign-on einrichten')
export const signInAndSecurity = text('Anmeldung & Sicherheit')
export const signInAndSecurityPurpose = text(
  'Wie die Mitglieder dieses Mandanten nachweisen, wer sie sind.',
)
export const singleSignOn = text('Single Sign-on')
export const singleSignOnPurpose = text(
  'Mitglieder melden sich über den OpenID-Connect-Anbieter Ihres Unternehmens an.',
)
export const stillOff = text('Eingerichtet, noch aus')
export const taken = text('Vergeben')
export const takenDetail = text(
  'Ein anderer Mandant hat diese Domain nachgewiesen. Wenden Sie sich an den Support, falls sie Ihnen gehört.',
)
export const test = text('Verbindung testen')
export const tooSlow = text('Der Anbieter hat zu lange gebraucht.')
export const unreachable = text('Unter dieser Adresse antwortet nichts.')
export const unverified = text('Nicht verifiziert')
export const verified = text('Verifiziert')
