import type { AuditAction, AuditArea } from '@sonaqor/contract/audit-actions'
import { sayIn, type Say, type Text } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'
import * as ofWebhooks from './webhooks/texts/en.ts'

/** What was done, as one says it of whoever did it. An action that is younger than this page has no words. */
const actions: Readonly<Record<AuditAction, Text>> = {
  'account.email-change-requested': texts.accountEmailChangeRequested,
  'account.email-changed': texts.accountEmailChanged,
  'account.factor-added': texts.accountFactorAdded,
  'account.factor-removed': texts.accountFactorRemoved,
  'account.locked-out': texts.accountLockedOut,
  'account.passkey-renamed': texts.accountPasskeyRenamed,
  'account.password-changed': texts.accountPasswordChanged,
  'account.password-reset': texts.accountPasswordReset,
  'account.recovery-codes-renewed': texts.accountRecoveryCodesRenewed,
  'account.reset-requested': texts.accountResetRequested,
  'account.updated': texts.accountUpdated,
  'apps.created': texts.appsCreated,
  'apps.deleted': texts.appsDeleted,
  'apps.promoted': texts.appsPromoted,
  'apps.purged': texts.appsPurged,
  'apps.restored': texts.appsRestored,
  'apps.updated': texts.appsUpdated,
  'apps.version-rolled-back': texts.appsVersionRolledBack,
  'apps.version-upgraded': texts.appsVersionUpgraded,
  'audit.exported': texts.auditExported,
  'audit.searched': texts.auditSearched,
  'customers.ingested': texts.customersIngested,
  'embeds.ended': texts.embedsEnded,
  'embeds.opened': texts.embedsOpened,
  'embeds.revoked': texts.embedsRevoked,
  'embeds.all-revoked': texts.embedsAllRevoked,
  'exports.downloaded': texts.exportsDownloaded,
  'exports.made': texts.exportsMade,
  'exports.started': texts.exportsStarted,
  'jobs.cancelled': texts.jobsCancelled,
  'jobs.resumed': texts.jobsResumed,
  'jobs.retried': texts.jobsRetried,
  'keys.expired': texts.keysExpired,
  'keys.issued': texts.keysIssued,
  'keys.leak-reported': texts.keysLeakReported,
  'keys.overlap-ended': texts.keysOverlapEnded,
  'keys.reminded': texts.keysReminded,
  'keys.revoked': texts.keysRevoked,
  'keys.rotated': texts.keysRotated,
  'keys.shut-out': texts.keysShutOut,
  'keys.updated': texts.keysUpdated,
  'keys.used-from-new-ip': texts.keysUsedFromNewIp,
  'logViews.changed': texts.logViewsChanged,
  'logViews.deleted': texts.logViewsDeleted,
  'logViews.saved': texts.logViewsSaved,
  'logs.imported': texts.logsImported,
  'logs.opened': texts.logsOpened,
  'logs.searched': texts.logsSearched,
  'logs.sent-again': texts.logsSentAgain,
  'notifications.preferred': texts.notificationsPreferred,
  'projects.created': texts.projectsCreated,
  'projects.deleted': texts.projectsDeleted,
  'projects.purged': texts.projectsPurged,
  'projects.restored': texts.projectsRestored,
  'projects.updated': texts.projectsUpdated,
  'reviews.decided': texts.reviewsDecided,
  'reviews.discarded': texts.reviewsDiscarded,
  'reviews.downloaded': texts.reviewsDownloaded,
  'reviews.signed': texts.reviewsSigned,
  'reviews.started': texts.reviewsStarted,
  'security.changed': texts.securityChanged,
  'sessions.ended': texts.sessionsEnded,
  'sessions.started': texts.sessionsStarted,
  'sessions.stepped-up': texts.sessionsSteppedUp,
  'sso.changed': texts.ssoChanged,
  'sso.checked': texts.ssoChecked,
  'sso.configured': texts.ssoConfigured,
  'sso.domain-checked': texts.ssoDomainChecked,
  'sso.domain-claimed': texts.ssoDomainClaimed,
  'sso.domain-released': texts.ssoDomainReleased,
  'sso.domain-verified': texts.ssoDomainVerified,
  'sso.refused': texts.ssoRefused,
  'sso.removed': texts.ssoRemoved,
  'supportAccess.denied': texts.supportAccessDenied,
  'supportAccess.ended': texts.supportAccessEnded,
  'supportAccess.entered': texts.supportAccessEntered,
  'supportAccess.opened': texts.supportAccessOpened,
  'supportAccess.read': texts.supportAccessRead,
  'supportAccess.requested': texts.supportAccessRequested,
  'supportAccess.withdrawn': texts.supportAccessWithdrawn,
  'team.activity-read': texts.teamActivityRead,
  'team.compliance-changed': texts.teamComplianceChanged,
  'team.factors-reset': texts.teamFactorsReset,
  'team.invite-cancelled': texts.teamInviteCancelled,
  'team.invite-renewed': texts.teamInviteRenewed,
  'team.invited': texts.teamInvited,
  'team.joined': texts.teamJoined,
  'team.removed': texts.teamRemoved,
  'team.resumed': texts.teamResumed,
  'team.role-changed': texts.teamRoleChanged,
  'team.suspended': texts.teamSuspended,
  'tenants.founded': texts.tenantsFounded,
  'tenants.plan-changed': texts.tenantsPlanChanged,
  'tenants.resumed': texts.tenantsResumed,
  'tenants.suspended': texts.tenantsSuspended,
  'transactions.ingested': texts.transactionsIngested,
  'webhooks.certificate-removed': ofWebhooks.certificateRemoved,
  'webhooks.certificate-reminded': ofWebhooks.certificateReminded,
  'webhooks.certificate-set': ofWebhooks.certificateSet,
  'webhooks.created': ofWebhooks.created,
  'webhooks.deleted': ofWebhooks.deleted,
  'webhooks.deliveries-searched': ofWebhooks.deliveriesSearched,
  'webhooks.delivery-opened': ofWebhooks.deliveryOpened,
  'webhooks.disabled': ofWebhooks.disabled,
  'webhooks.failed-retried': ofWebhooks.failedRetried,
  'webhooks.inbox-changed': ofWebhooks.inboxChanged,
  'webhooks.inbox-cleared': ofWebhooks.inboxCleared,
  'webhooks.inbox-closed': ofWebhooks.inboxClosed,
  'webhooks.inbox-opened': ofWebhooks.inboxOpened,
  'webhooks.message-opened': ofWebhooks.messageOpened,
  'webhooks.messages-followed': ofWebhooks.messagesFollowed,
  'webhooks.old-secret-ended': ofWebhooks.oldSecretEnded,
  'webhooks.paused': ofWebhooks.paused,
  'webhooks.purged': ofWebhooks.purged,
  'webhooks.replayed': ofWebhooks.replayed,
  'webhooks.resumed': ofWebhooks.resumed,
  'webhooks.retried': ofWebhooks.retried,
  'webhooks.secret-rotated': ofWebhooks.secretRotated,
  'webhooks.secret-shown': ofWebhooks.secretShown,
  'webhooks.tested': ofWebhooks.tested,
  'webhooks.updated': ofWebhooks.updated,
}

const areas: Readonly<Record<AuditArea, Text>> = {
  account: texts.areaAccount,
  apps: texts.areaApps,
  audit: texts.areaAudit,
  customers: texts.areaCustomers,
  embeds: texts.areaEmbeds,
  exports: texts.areaExports,
  jobs: texts.areaJobs,
  keys: texts.areaKeys,
  logViews: texts.areaLogViews,
  logs: texts.areaLogs,
  notifications: texts.areaNotifications,
  projects: texts.areaProjects,
  reviews: texts.areaReviews,
  security: texts.areaSecurity,
  sessions: texts.areaSessions,
  sso: texts.areaSso,
  supportAccess: texts.areaSupportAccess,
  team: texts.areaTeam,
  tenants: texts.areaTenants,
  transactions: texts.areaTransactions,
  webhooks: texts.areaWebhooks,
}

/** An action as a sentence: "Issued an API key"; the name alone where there are no words for it yet. */
export function actionInWords(say: Say, action: string): string {
  const words = wordsOf(actions, action)
  return words ? say(words) : action
}

const inEnglish = sayIn('en')

/**
 * The actions whose sentence holds what was typed, in any case of letters: what people read they can find,
 * and by what it is called in English as well.
 */
export function actionsSaying(say: Say, typed: string): readonly string[] {
  const words = typed.toLowerCase()
  const holds = (speak: Say, sentence: Text) => speak(sentence).toLowerCase().includes(words)
  return Object.entries(actions).flatMap(([action, sentence]) =>
    holds(say, sentence) || holds(inEnglish, sentence) ? [action] : [],
  )
}

/** An action that is younger than this page has no words. */
export const hasWords = (action: string) => wordsOf(actions, action) !== undefined

/** An area by what it is about, or by its name. */
export function areaInWords(say: Say, area: string): string {
  const words = wordsOf(areas, area)
  return words ? say(words) : area
}

/** `constructor` is a property of every object, and no action of ours. */
function wordsOf(table: Readonly<Record<string, Text>>, name: string): Text | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
