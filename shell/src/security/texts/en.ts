import { text } from '@sonaqor/ui/texts'

export const addDomain = text('Add domain')
export const addGroup = text('Add a group')
export const addressRefused = text(
  'This address is not reachable from the internet, so it is not asked.',
)
export const areKeptOut = text(
  '{count, plural, one {# active member has} other {# active members have}} set up none and can do nothing until they do.',
)
export const askedForAll = text('Require a second factor')
export const askedForAllDetail = text(
  'Whoever has shown none in this session can do nothing but set one up or show one.',
)
export const atProvider = text('At your provider')
export const atProviderPurpose = text(
  'Create a web application (OpenID Connect, authorization code) and give it these addresses.',
)
export const change = text('Change')
export const changedMeanwhile = text('Somebody changed it first')
export const check = text('Check')
export const checkAgain = text('Check again')
export const checkConnection = text('Check your connection, then try again.')
export const checking = text('Checking')
export const claim = text('Claim that names the groups')
export const claimHint = text(
  'Leave it empty to give everybody the same role. Many providers call it groups or roles.',
)
export const clientId = text('Client ID')
export const clientRefused = text(
  'The provider does not take us for its client. Compare the client ID and the secret.',
)
export const clientSecret = text('Client secret')
export const companySignIn = text('People can sign in with the company')
export const companySignInDetail = text(
  '“Sign in with your company” on the sign-in page leads addresses of your domains to your provider.',
)
export const createsMembers = text('Let new people in')
export const createsMembersHint = text(
  'Whoever signs in for the first time becomes a member. Without it, people are invited first.',
)
export const defaultRole = text('Role of new members')
export const domain = text('Domain')
export const domainAdded = text('{domain} was added')
export const domainAddedDetail = text('Set the record at your DNS, then check it.')
export const domainHint = text('The part behind the @ of your people’s addresses')
export const domainInvalid = text('Write a domain like acme.example.')
export const domains = text('Domains')
export const domainsPurpose = text(
  'Your provider speaks for addresses of these domains and for no others. A record in DNS proves that a domain is yours.',
)
export const everybodyHas = text('Every active member has set one up.')
export const factorCounts = text('Count the provider’s second factor')
export const factorCountsHint = text(
  'Where your provider says that it saw one, none is asked for here at sign-in. Critical acts still ask for one of ours.',
)
export const found = text('The provider answers and knows us')
export const group = text('Group')
export const groupsToRoles = text('Groups and their roles')
export const groupsToRolesHint = text(
  'The first line that fits decides. Nobody becomes an owner this way.',
)
export const isOff = text('Off')
export const isOn = text('On')
export const isRequired = text('Required')
export const issuer = text('Issuer')
export const issuerHint = text(
  'The address that your provider calls its issuer, to the letter: https://login.acme.example',
)
export const issuerInvalid = text('Write an address that begins with https://.')
export const keptOutCount = text(
  '{count, plural, one {# active member has} other {# active members have}} set up none and would be kept out until they do.',
)
export const logoutUri = text('Back-channel logout URI')
export const logoutUriHint = text(
  'Whoever signs out at your provider is then signed out here at once.',
)
export const lookedAt = text('Checked {at}')
export const members = text('Members')
export const membersPurpose = text('Who comes in, and as what.')
export const needed = text('This is needed.')
export const needsDomain = text('Verify a domain first.')
export const needsGood = text('Test the connection first.')
export const needsOn = text('Switch the sign-in on first.')
export const neverTested = text('Not tested yet')
export const noConnection = text('No provider yet')
export const noConnectionDetail = text(
  'People sign in with a password or a passkey of their own. With a provider of OpenID Connect, such as Entra ID, Okta or Google, they sign in as everywhere else in the company.',
)
export const noDescription = text('There is no description of OpenID Connect at this address.')
export const noDomains = text('No domain yet. Add the one behind the @ of your people’s addresses.')
export const notFound = text('Record not found')
export const notFoundDetail = text(
  'The record was not found. A change in DNS can take an hour to be seen.',
)
export const notOpened = text('It could not be opened')
export const notSupported = text(
  'The provider lacks something that we need: the authorization code flow, or signatures with keys of its own.',
)
export const onlyCompany = text('Only with the company')
export const onlyCompanyDetail = text(
  'People of your domains come in by your provider alone. Owners keep their password, in case the provider fails.',
)
export const onlyOwners = text('An owner can change this.')
export const otherIssuer = text(
  'The provider calls itself otherwise. Copy the issuer from its description to the letter.',
)
export const provider = text('Provider')
export const providerPurpose = text('What your provider told you when you created the application.')
export const recordName = text('Name of the TXT record')
export const recordValue = text('Its value')
export const redirectUri = text('Redirect URI')
export const redirectUriHint = text('Where your provider leads people back to.')
export const release = text('Give up')
export const releaseTitle = text('Give up {domain}?')
export const releaseWords = text(
  'Addresses of it no longer sign in with your provider, and another tenant may claim it.',
)
export const remove = text('Remove')
export const removeLine = text('Remove this line')
export const removeProvider = text('Remove provider')
export const removeTitle = text('Remove the provider?')
export const removeWords = text(
  'Sessions that came in by it end now. Members who have no password set one with “Forgot your password?”. Domains stay.',
)
export const requireFactor = text('Require it')
export const requireFactorTitle = text('Require a second factor?')
export const requireOnly = text('Require it')
export const requireOnlyTitle = text('Let people in by the provider alone?')
export const requireOnlyWords = text(
  'Open sessions that came in otherwise end now, but for those of owners. Try the sign-in in another browser first.',
)
export const role = text('Role')
export const save = text('Save')
export const saved = text('Single sign-on was saved')
export const savedDetail = text('Test the connection next.')
export const secondFactor = text('Second factor')
export const secondFactorPurpose = text('A code of an app or a passkey, beside the password.')
export const secretHint = text('Shown to nobody again after it is saved.')
export const secretKept = text('Leave it empty to keep the one that is saved.')
export const secretKeptShort = text('As saved')
export const secretNew = text('A new one')
export const seeSecurity = text('see how members sign in')
export const setUp = text('Set up single sign-on')
export const signInAndSecurity = text('Sign-in & security')
export const signInAndSecurityPurpose = text('How the members of this tenant prove who they are.')
export const singleSignOn = text('Single sign-on')
export const singleSignOnPurpose = text(
  'Members sign in with your company’s provider of OpenID Connect.',
)
export const stillOff = text('Set up, still off')
export const taken = text('Taken')
export const takenDetail = text(
  'Another tenant has proved this domain. Ask support if it is yours.',
)
export const test = text('Test connection')
export const tooSlow = text('The provider took too long to answer.')
export const unreachable = text('Nothing answers at this address.')
export const unverified = text('Not verified')
export const verified = text('Verified')
