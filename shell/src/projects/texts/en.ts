import { text } from '@sonaqor/ui/texts'

export const actionsForProject = text('Actions for {project}')
export const activity = text('Activity')
export const activityPurpose = text(
  'What was asked with the keys of this app in the last 7 days, by days in UTC.',
)
export const addItToList = text('Add it to the list')
export const addOwnAddress = text('Add my address ({ip})')
export const afterIt = text('After')
export const allowlist = text('IP allowlist')
export const allowlistFactHint = text('Addresses from which keys of this app are accepted.')
export const allowlistHint = text(
  'IPv4 and IPv6 addresses or CIDR ranges, one per line. While it is empty, keys are accepted from everywhere.',
)
export const answeredWell = text('Successful')
export const apiVersion = text('API version')
export const apiVersionPurpose = text(
  'The dated version of the API that keys of this app use. A call can name another one.',
)
export const app = text('App')
export const appCreatedDetail = text('Next, issue an API key for it.')
export const appId = text('App id')
export const appIdHint = text('Names the app in the Partner API.')
export const appIdOf = text('app id of {app}')
export const appInEnvironment = text('{app} ({environment})')
export const appIsDeleted = text('This app has been deleted')
export const appNeedsName = text('Give the app a name.')
export const appPurpose = text('App in {project}')
export const appsOf = text('Apps of {project}')
export const appsShown = text('{count, plural, one {# app} other {# apps}}')
export const backToChoice = text('Back')
export const beforeIt = text('Before')
export const broughtInto = text('To')
export const callAffected = text('Call')
export const callsAffected = text(
  'Calls of the last {days, plural, one {day} other {# days}} that are deprecated or that a newer version changes',
)
export const changedMeanwhile = text('Somebody else has changed this in the meantime')
export const changedSince = text('Changed since {version}')
export const changesInNewer = text('Changes in a newer version: {changes}')
export const chartsNotLoaded = text('The charts could not be loaded')
export const checkAddress = text('Check address')
export const checkConnection = text('Check the connection and try again.')
export const chooseSettingFirst = text('Choose a setting to promote.')
export const compareAside = text(
  'Settings side by side. Keys and logs belong to their environment and stay there.',
)
export const compareEllipsis = text('Compare environments…')
export const compareTitle = text('Compare environments')
export const createAnApp = text('Create an app')
export const createAnAppIn = text('Create an app in {project}')
export const createApp = text('Create app')
export const createAppIn = text('Create app in {project}')
export const createAProject = text('Create a project')
export const created = text('Created')
export const createProject = text('Create project')
export const day = text('Day')
export const deleteApp = text('Delete app')
export const deletedApps = text('Apps')
export const deletedAppsPurpose = text('Apps that went with their project come back with it.')
export const deletedAside = text(
  'Can be restored for {days, plural, one {# day} other {# days}}, as it was.',
)
export const deletedProjects = text('Projects')
export const deletedSince = text('Deleted {when}.')
export const deletedThings = text('Deleted')
export const deleteEllipsis = text('Delete…')
export const deleteProject = text('Delete project')
export const deleteTitle = text('Delete “{name}”?')
export const deprecatedSince = text('Deprecated since {day}')
export const description = text('Description')
export const discard = text('Discard')
export const discardEntered = text('Discard what you have entered?')
export const doneComparing = text('Done')
export const editEllipsis = text('Edit…')
export const editProjectTitle = text('Edit {name}')
export const embedId = text('Embed id')
export const embedIdHint = text('Public; names the app to a page that embeds it.')
export const embedIdOf = text('embed id of {app}')
export const endingApps = text(
  '{count, plural, =0 {No app} one {# app} other {{more, select, yes {More than {count, number} apps} other {{count, number} apps}}}}',
)
export const endingKeys = text(
  '{count, plural, =0 {No active API key} one {# active API key} other {{more, select, yes {More than {count, number} active API keys} other {{count, number} active API keys}}}}{production, plural, =0 {} other {, # of them in production}}',
)
export const endingKeysUncounted = text('All of its API keys')
export const endingSessions = text('All open embed sessions')
export const endsProduction = text('Active production keys end with it.')
export const environment = text('Environment')
export const environmentIsSettled = text(
  'Cannot be changed later: everything sent through this app belongs to this environment.',
)
export const errors = text('Errors')
export const errorsOfRequests = text('{count, number} ({share})')
export const eventsDelivered = text('Events delivered')
export const factsOfApp = text('Details')
export const figure = text('{figure, number}')
export const goesAway = text('is removed')
export const goneForGood = text('Gone for good {when}.')
export const hasBeenCreated = text('{name} created')
export const hasBeenDeleted = text('{name} deleted')
export const hasBeenPromoted = text(
  '{count, plural, one {# setting} other {# settings}} promoted to {app}',
)
export const hasBeenRestored = text('{name} restored')
export const hasBeenSaved = text('{name} saved')
export const howRequestsCome = text(
  'Issue an API key for this app and send a first request with it.',
)
export const ipAddress = text('IP address')
export const issueKey = text('Issue API key')
export const keepEditing = text('Keep editing')
export const keepIt = text('Keep it')
export const keepYours = text('Keep yours')
export const keysOfApp = text('API keys of this app')
export const keysTab = text('Keys')
export const lastAsked = text('Last call')
export const lastSevenDays = text('Last 7 days, UTC')
export const latencyByDay = text('Latency per day')
export const latencyHalf = text('Latency p50')
export const latencyMost = text('Latency p95')
export const logsTab = text('Logs')
export const millisecondsUnit = text('Milliseconds')
export const moreOrigins = text('and {count, number} more')
export const name = text('Name')
export const newestVersion = text('Newest')
export const noAllowlist = text('No allowlist, so keys are accepted from everywhere.')
export const noAnswer = text('The server did not respond.')
export const noAppNamed = text('No app is selected')
export const noAppNamedDetail = text(
  'The address of an app’s page names the app. Open it from its project.',
)
export const noApps = text('No apps in this project')
export const noAppsDetail = text('Create one to get API keys for the sandbox or production.')
export const noCallAffected = text(
  'No call of the last {days, plural, one {day} other {# days}} is deprecated or changed by a newer version.',
)
export const noDeletedApps = text('No deleted apps')
export const noDeletedProjects = text('No deleted projects')
export const noOrigin = text('No origins yet')
export const noOriginDetail = text('No origins yet, so no website may embed modules of this app.')
export const noProjects = text('No projects yet')
export const noProjectsDetail = text('Create one, then an app in it; apps hold the API keys.')
export const noRequestsInDays = text('No requests in the last 7 days')
export const noSuchAddress = text('“{text}” is not an IP address.')
export const noSuchOrigin = text(
  '“{text}” is not a valid origin. Use the form https://portal.example.com.',
)
export const noSuchPace = text('Enter a whole number above 0, or nothing.')
export const noSuchRange = text('Not an IP address or CIDR range: {text}')
export const nothingDiffers = text('The settings are the same in both')
export const nothingInIt = text('Empty')
export const nothingToCompare = text('Nothing to compare yet')
export const nothingToCompareDetail = text(
  'A comparison needs a sandbox app and a production app in this project.',
)
export const notLookedAt = text('Other environment')
export const notOpened = text('This could not be opened')
export const onlyHere = text('is only on this side')
export const onTrial = text('Upgraded from {version}')
export const openApp = text('Open {app}')
export const openAppPage = text('Open app page')
export const origins = text('Allowed origins')
export const originsHint = text('Websites that may embed modules of this app.')
export const originsToWrite = text('Websites that may embed modules of this app, one per line.')
export const overFrom = text('May stop working from {day} on')
export const overviewTab = text('Overview')
export const ownUnlessNamed = text('Your own address unless you enter another one.')
export const pace = text('Requests a minute')
export const paceHint = text(
  'All keys and embed sessions of this app together. Empty for as many as your plan allows.',
)
export const partsOfApp = text('Parts of {app}')
export const passes = text('Passes')
export const passesByRange = text('{ip} is accepted by the range {range}.')
export const passesEverywhere = text(
  '{ip} is accepted: without an allowlist, keys of this app work from everywhere.',
)
export const passesNowhere = text('{ip} is refused: no range of the allowlist covers it.')
export const previewPromotion = text(
  '{count, plural, =0 {Preview} one {Preview # setting} other {Preview # settings}}',
)
export const productionHint = text('Real customers; keys begin with sq_live_.')
export const project = text('Project')
export const projectCreatedDetail = text('Next, create an app in it.')
export const projectCreatedElsewhere = text('It is selected now. Next, create an app in it.')
export const projectNeedsName = text('Give the project a name.')
export const projectsAndApps = text('Projects & apps')
export const projectsPurpose = text(
  'Projects group apps. Each app has its own environment and API keys.',
)
export const projectsShown = text('{count, plural, one {# project} other {# projects}}')
export const promotedDetail = text(
  'It takes effect with the next request. You can undo it until somebody changes the app.',
)
export const promoteNow = text('Promote')
export const promoteWithoutIt = text('Promote without my address')
export const promotionPreview = text('{app} will change as follows')
export const promotionPreviewDetail = text(
  'Nothing has been changed yet. If either app is changed before you promote, nothing happens.',
)
export const refusedThere = text('Refused')
export const requests = text('Requests')
export const requestsByDay = text('Requests per day')
export const requestsOfApp = text('Requests of this app')
export const requestsUnit = text('Requests')
export const restorableFor = text(
  'It can be restored with everything in it for {days, plural, one {# day} other {# days}}, then it is gone for good.',
)
export const restore = text('Restore')
export const restoreApp = text('Restore app')
export const restoreNamed = text('Restore {name}')
export const rollBackTo = text('Roll back to {version}')
export const rollBackUntil = text('You can roll back until {when}.')
export const sameInBoth = text('The same in both')
export const sandboxHint = text('Test data; keys begin with sq_test_.')
export const saveChanges = text('Save changes')
export const saveWithoutIt = text('Save without my address')
export const settings = text('Settings')
export const settingsPurpose = text(
  'Name, websites that may embed, and from where and how often keys are accepted.',
)
export const showEmbedSessions = text('Show embed sessions')
export const shutOut = text('Keys used at your own address {ip} are refused now')
export const shutOutDetail = text(
  'You stay signed in here. Servers and scripts at that address can no longer call the API with keys of this app.',
)
export const speaksNow = text('{name} uses {version} now')
export const swapSides = text('Swap sides')
export const takeBack = text('Undo')
export const takeItOver = text('Promote this setting')
export const takenBack = text('{app} has its settings of before again')
export const takenFrom = text('From')
export const takeTheirs = text('Take theirs')
export const theirVersion = text('Theirs')
export const toAllProjects = text('All projects and apps')
export const toAuditEntry = text('Show in audit log')
export const toSeeApps = text('see the apps of this project')
export const toSeeProjects = text('see projects')
export const toSeeThisApp = text('see this app')
export const typedOtherName = text('That is not its name.')
export const typeName = text('Type “{name}” to confirm')
export const upgradeDetail = text(
  'Takes effect with the next request. You can roll back for {hours, plural, one {# hour} other {# hours}}.',
)
export const upgradeTo = text('Upgrade to {version}')
export const versionChanges = text('What {version} changes')
export const versionDeprecated = text('{version} has been deprecated since {day}')
export const versionNewest = text('Newest version')
export const versionNow = text('Current version')
export const versionOverFrom = text('{version} may stop working from {day} on')
export const webhooksTab = text('Webhooks')
export const whatEnds = text('These end with the next request:')
export const whyAffected = text('Why')
export const worksAgain = text('Its keys work again as before.')
export const wouldItPass = text('Would this address pass?')
export const wouldItPassPurpose = text(
  'Answered by the same rule that requests with keys of this app go through.',
)
export const wouldShutOut = text('Keys used at your own address {ip} would be refused')
export const yourVersion = text('Yours')
