/** XC-4: what is excused from leaving an entry in the audit log, or does so where more is needed than a request. */

/** What leaves no entry, and why that is right. */
export const silent: Readonly<Record<string, string>> = {
  'auth.refresh': 'changes one token of a session for the next; its beginning and end are audited',
  'auth.resume': 'reads the session of a cookie again, and changes nothing',
  'auth.passkeyOptions': 'asks a question; the answer is audited',
  'auth.stepUpOptions': 'asks a question; the answer is audited',
  'keys.check': 'tells whoever holds a key what it is, and changes nothing',
  'webhooks.simulate': 'works on what is sent alone, sends nothing and keeps nothing',
  'webhooks.debugSignature': 'looks at what is sent, shows no secret and keeps nothing',
  'webhookInbox.noteForward':
    'says how what was passed on did at the machine of whoever passed it on',
  'webhooks.previewReplay': 'tells what a replay would send, and sends nothing',
  'logs.tryRedaction': 'works on what is sent alone, reads nothing and changes nothing',
  'auth.signUp': 'asks for a link; what is done by it is audited',
  'signOn.begin': 'asks a question; the answer is audited',
  'signOn.start': 'asks where a provider is, and changes nothing',
  'account.beginTotp': 'is nothing before it is confirmed, and that is audited',
  'account.beginPasskey': 'asks a question; the answer is audited',
  'auth.checkLink': 'says whether a link is good by its token, and changes nothing',
  'invites.show': 'reads what an invitation says by the token of its link, and changes nothing',
  'notifications.markRead': 'is a mark of the reader beside what only they see',
  'notifications.markAllRead': 'is such a mark, too',
  'preferences.save': 'is how the dashboard looks to the one who chose it, and to nobody else',
  'drafts.save': 'is not finished, and read by nobody but its writer',
  'drafts.drop': 'is not finished, as above',
  'transactions.ingest': 'is a row of data that says itself when it came and by whose key',
  'embeds.exchange': 'changes the secret of a session for its token; that it was opened is audited',
  'releases.publish': 'belongs to no tenant; what module teams do is kept in `release_acts`',
  'releases.withdraw': 'belongs to no tenant, as above',
  'releases.restore': 'belongs to no tenant, as above',
  'staff.signIn': 'belongs to no tenant; what staff do is kept in `directory.staff_acts`',
  'staff.verifyMfa': 'belongs to no tenant, as above',
  'staff.passkeyOptions': 'asks a question',
  'staff.setPassword': 'belongs to no tenant, as above',
  'staff.resume': 'changes one token of a session for the next',
  'staff.signOut': 'belongs to no tenant, as above',
  'staff.beginTotp': 'is nothing before it is confirmed',
  'staff.confirmTotp': 'belongs to no tenant, as above',
  'staff.stepUpOptions': 'asks a question',
  'staff.stepUp': 'belongs to no tenant, as above',
  'staff.addPerson': 'belongs to no tenant, as above',
  'staff.sendLink': 'belongs to no tenant, as above',
  'staff.changePerson': 'belongs to no tenant, as above',
}

/** What takes more than a filled request, a code of the moment say: what it leaves, found further down. */
export const bySequence: Readonly<Record<string, string>> = {
  'account.confirmTotp': 'account.factor-added',
  'auth.verifyMfa': 'sessions.started',
  'auth.stepUp': 'sessions.stepped-up',
  'account.addPasskey': 'account.factor-added',
  'auth.signInWithPasskey': 'sessions.started',
  'account.renamePasskey': 'account.passkey-renamed',
  'account.removePasskey': 'account.factor-removed',
  'account.removeTotp': 'account.factor-removed',
  'sessions.end': 'sessions.ended',
  'auth.signOut': 'sessions.ended',
}

/** What a test of its own does, which finds this action in the log. */
export const elsewhere: Readonly<Record<string, readonly [file: string, action: string]>> = {
  'keys.reportLeak': ['features/keys/leaks/leaks.test.ts', 'keys.leak-reported'],
  'keys.reportGithubLeaks': ['features/keys/leaks/leaks.test.ts', 'keys.leak-reported'],
  'auth.switchTenant': ['features/access/sessions/switch-tenant.test.ts', 'sessions.started'],
  'auth.requestReset': [
    'features/access/password/reset-password.test.ts',
    'account.reset-requested',
  ],
  'auth.resetPassword': [
    'features/access/password/reset-password.test.ts',
    'account.password-reset',
  ],
  'auth.confirmSignUp': ['features/access/sign-up.test.ts', 'tenants.founded'],
  'auth.confirmEmail': ['features/account/account.test.ts', 'account.email-changed'],
  'signOn.finish': ['features/sso/sign-on.test.ts', 'sessions.started'],
  'staff.changeTenant': ['features/staff/tenants.test.ts', 'tenants.plan-changed'],
  'staff.suspendTenant': ['features/staff/tenants.test.ts', 'tenants.suspended'],
  'staff.resumeTenant': ['features/staff/tenants.test.ts', 'tenants.resumed'],
  'staff.requestLook': ['features/staff/looks.test.ts', 'supportAccess.requested'],
  'staff.enterLook': ['features/staff/looks.test.ts', 'supportAccess.entered'],
  'staff.endLook': ['features/staff/looks.test.ts', 'supportAccess.withdrawn'],
  'exports.link': ['features/exports/links.test.ts', 'exports.downloaded'],
  'apps.upgradeVersion': ['features/apps/version.test.ts', 'apps.version-upgraded'],
  'apps.rollBackVersion': ['features/apps/version.test.ts', 'apps.version-rolled-back'],
  'embeds.revokeMany': ['features/embeds/session-list.test.ts', 'embeds.all-revoked'],
  'account.addTenant': ['features/account/account.test.ts', 'tenants.founded'],
}

/** Reads by these scopes show what was asked, what was done, or whom it concerns. */
export const sensitiveScopes = new Set<string>(['logs:read', 'audit:read'])
export const harmless: Readonly<Record<string, string>> = {
  'logs.redactionRules': 'names the rules of the product, and shows no line',
  'logViews.list': 'names what was searched for, and shows none of what is found',
  'audit.actions': 'names what there are entries of, and shows none',
  'audit.verify': 'says whether the chain holds, and shows none of it',
  'audit.checkpoints': 'shows hashes alone',
}
