import type { Words } from './index.ts'
import { letters } from './letters-en.ts'

export const en: Words = {
  notices: {
    'keys.issued': {
      kind: 'An API key for production was issued',
      title: 'API key issued: {label}',
      body: '{by} issued the API key “{label}”{hint, select, none {} other { ({hint})}} for {environment, select, production {production} other {the sandbox}}.',
      action: 'Look at the keys',
    },
    'keys.updated': {
      kind: 'The scopes or limits of an API key for production changed',
      title: 'API key changed: {label}',
      body: '{by} changed what the API key “{label}”{hint, select, none {} other { ({hint})}} for {environment, select, production {production} other {the sandbox}} may do, how often, or from where.',
      more: ['Requests that the key no longer allows are refused from now on.'],
      action: 'Look at the keys',
    },
    'keys.rotated': {
      kind: 'An API key for production was rotated',
      title: 'API key rotated: {label}',
      body: '{by} rotated the API key “{label}”{hint, select, none {} other { ({hint})}} for {environment, select, production {production} other {the sandbox}}.',
      more: ['The new secret was shown once. The key says how long the old one still works.'],
      action: 'Look at the keys',
    },
    'keys.overlap-ended': {
      kind: 'The old secret of an API key for production ended',
      title: 'Old secret ended: {label}',
      body: 'The old secret of the API key “{label}”{hint, select, none {} other { ({hint})}} for {environment, select, production {production} other {the sandbox}} has ended. The new one goes on working.',
      more: ['Whatever still sends requests with the old secret is refused from now on.'],
      action: 'Look at the keys',
    },
    'keys.revoked': {
      kind: 'An API key for production was revoked',
      title: 'API key revoked: {label}',
      body: '{by} revoked the API key “{label}”{hint, select, none {} other { ({hint})}} for {environment, select, production {production} other {the sandbox}}.',
      more: ['Whatever still sends requests with it is refused from now on.'],
      action: 'Look at the keys',
    },
    'keys.leaked': {
      kind: 'An API key has leaked and was ended',
      title: 'API key leaked: {label}',
      body: 'A secret of the API key “{label}”{hint, select, none {} other { ({hint})}} for {environment, select, production {production} other {the sandbox}} was found in the open{url, select, none {} other {: {url}}}. {ended, select, key {The key was revoked at once.} other {It was the old secret of a rotation and has ended at once. The new one goes on working.}}',
      more: [
        'Whatever still sends requests with it is refused. Look at the requests of the key for some that are not yours, and take the secret out of where it was found.',
      ],
      short: 'The API key “{label}” has leaked and was ended. Look at its requests in Sonaqor.',
      action: 'Look at the keys',
    },
    'keys.expiring': {
      kind: 'An API key will expire: 30, 14, 7 days and one day before',
      title: 'API key expires in {days, plural, one {# day} other {# days}}: {label}',
      body: 'The API key “{label}”{hint, select, none {} other { ({hint})}} for {environment, select, production {production} other {the sandbox}} expires on {at, date}.',
      more: [
        'Whatever sends requests with it is refused from then on. Rotate it with a later expiry, and put the new secret in its place.',
      ],
      action: 'Look at the keys',
    },
    'keys.expired': {
      kind: 'An API key for production expired',
      title: 'API key expired: {label}',
      body: 'The API key “{label}”{hint, select, none {} other { ({hint})}} for {environment, select, production {production} other {the sandbox}} has expired.',
      more: [
        'Whatever still sends requests with it is refused from now on. Issue another key and put it in its place.',
      ],
      action: 'Look at the keys',
    },
    'account.signed-in': {
      kind: 'A sign-in from an unknown device',
      title: 'New sign-in to your account',
      body: 'Somebody signed in with your account on {at, date}: {device}, from the address {ip}.',
      more: [
        'If that was you, there is nothing to do. If it was not, end that session and change your password.',
      ],
      short:
        'New sign-in to your Sonaqor account: {device}, {ip}. If that was not you, end that session.',
      action: 'Look at your sessions',
    },
    'account.factor-changed': {
      kind: 'A second factor was changed',
      title:
        '{factor, select, totp {Authenticator app} passkey {Passkey} other {Recovery codes}} {change, select, added {added} removed {removed} other {renewed}}',
      body: 'On {at, date} {factor, select, totp {an authenticator app} passkey {a passkey} other {the set of recovery codes}} of your account was {change, select, added {added} removed {removed} other {renewed}}{name, select, none {} other {: {name}}}.',
      more: [
        'If that was not you, somebody else has come into your account: tell an owner of your organisation at once.',
      ],
      action: 'Look at your security',
    },
    'account.locked': {
      kind: 'Your account was locked after wrong attempts',
      title: 'Your account is locked for 15 minutes',
      body: '{what, select, password {On {at, date} a wrong password was given for your account ten times in a row, last from the address {ip}.} other {On {at, date} a wrong second factor was given for your account ten times in a row, last from the address {ip}, after your right password.}}',
      more: [
        '{what, select, password {Nobody got in. Devices that you have used before can still sign in.} other {Nobody got in, but somebody may know your password.}}',
        'If that was not you, change your password and look at your sessions.',
      ],
      short:
        'Your Sonaqor account is locked for 15 minutes after wrong attempts from {ip}. If that was not you, change your password.',
      action: 'Look at your account',
    },
    'account.password-changed': {
      kind: 'Your password was changed',
      title: 'Your password was changed',
      body: 'The password of your account was changed on {at, date}. Every other session has ended.',
      more: [
        'If that was not you, set a new password by “Forgotten your password?” at once, and tell an owner of your organisation.',
      ],
      action: 'Look at your sessions',
    },
    'team.role-changed': {
      kind: 'Your role was changed',
      title: 'Your role was changed',
      body: '{by} made you {role, select, owner {an owner} admin {an admin} developer {a developer} analyst {an analyst} other {a viewer}} on {at, date}.',
      more: ['What you may do has changed with it, everywhere that you are signed in.'],
      action: 'Look at the team',
    },
    'team.compliance-changed': {
      kind: 'The compliance scopes were given to you or taken from you',
      title: 'Compliance scopes {given, select, yes {given} other {taken}}',
      body: '{by} {given, select, yes {gave you the compliance scopes} other {took the compliance scopes from you}} on {at, date}.',
      action: 'Look at the team',
    },
    'team.factors-reset': {
      kind: 'Your second factors were reset',
      title: 'Your second factors were reset',
      body: '{by} removed your authenticator app, passkeys and recovery codes on {at, date}. You set up a new second factor when you sign in next.',
      more: ['If you did not ask for this, change your password at once and tell an owner.'],
      action: 'Sign in',
    },
    'team.resumed': {
      kind: 'You were let in again',
      title: 'You may sign in again',
      body: '{by} ended your suspension on {at, date}.',
      action: 'Sign in',
    },
    'team.owner-made': {
      kind: 'Somebody was made an owner',
      title: 'New owner: {name}',
      body: '{by} made {name} an owner on {at, date}.',
      more: ['An owner may do everything. If this was not meant, change it at once.'],
      action: 'Look at the team',
    },
    'security.second-factor-required': {
      kind: 'A second factor is asked for from now on',
      title: 'Set up a second factor',
      body: '{by} decided on {at, date} that every member shows a second factor. You have none yet, and need one to go on working.',
      action: 'Set one up',
    },
    'supportAccess.requested': {
      kind: 'Sonaqor asks to look into the tenant',
      title: '{by} of Sonaqor asks to look into your tenant',
      body: '{by} of Sonaqor asks to look into your tenant, to read alone and for {minutes, plural, one {# minute} other {# minutes}}. The reason: {reason}',
      more: [
        'Nobody of Sonaqor sees anything unless you allow it. You can shorten the time, narrow what is seen, and end it whenever you like; all that is read stands in your audit log.',
      ],
      action: 'Allow or refuse it',
    },
    'supportAccess.opened': {
      kind: 'Sonaqor may look into the tenant for a while',
      title: 'Sonaqor may look into your tenant',
      body: '{by} lets {staff, select, anybody {Sonaqor} other {{staff} of Sonaqor}} look into your tenant, to read alone and for {minutes, plural, one {# minute} other {# minutes}}. The reason: {reason}',
      more: ['You can end it at any moment. All that is read stands in your audit log.'],
      action: 'Look at the access',
    },
    'tenants.suspended': {
      kind: 'The tenant was suspended',
      title: 'Your tenant was suspended',
      body: 'Sonaqor suspended your tenant on {at, date}. The reason: {reason}',
      more: [
        'Nobody can sign in to it until this is settled, and its API keys are refused. Nothing was deleted. Write to Sonaqor to settle it.',
      ],
      action: 'Sign in',
    },
    'webhooks.certificate-expired': {
      kind: 'The client certificate of a webhook endpoint has expired',
      title: 'Client certificate has expired: {name}',
      body: 'The client certificate of the webhook endpoint “{name}” for {environment, select, production {production} other {the sandbox}} expired on {at, date}.',
      more: [
        'A receiver that checks it refuses each delivery until it is replaced. What was not delivered is tried again for about three days, and can be replayed after that.',
      ],
      action: 'Replace the certificate',
    },
    'webhooks.certificate-expiring': {
      kind: 'The client certificate of a webhook endpoint expires soon',
      title: 'Client certificate expires in {days, plural, one {one day} other {# days}}: {name}',
      body: 'The client certificate of the webhook endpoint “{name}” for {environment, select, production {production} other {the sandbox}} expires on {at, date}.',
      more: [
        'From then on a receiver that checks it refuses each delivery. Have a new one issued by the same CA, and replace it before that day.',
      ],
      action: 'Replace the certificate',
    },
    'webhooks.disabled': {
      kind: 'A webhook endpoint was disabled because it failed for days',
      title: 'Webhook endpoint disabled: {name}',
      body: '{because, select, gone {The webhook endpoint “{name}” for {environment, select, production {production} other {the sandbox}} answered that it is gone for good (410), and was disabled.} other {No delivery to the webhook endpoint “{name}” for {environment, select, production {production} other {the sandbox}} has come off for days, and it was disabled.}}',
      more: [
        'What happens meanwhile is kept as skipped. Let the endpoint go on once it answers again, and replay what it missed.',
      ],
      action: 'Look at the endpoint',
    },
    'webhooks.failing': {
      kind: 'A webhook endpoint keeps failing, once a day',
      title: 'Webhook endpoint is failing: {name}',
      body: 'No delivery to the webhook endpoint “{name}” for {environment, select, production {production} other {the sandbox}} has come off since {since, date}.',
      more: [
        'Deliveries are tried again for about three days. An endpoint that fails for days is disabled.',
      ],
      action: 'Look at the endpoint',
    },
    'exports.made': {
      kind: 'An export of yours is ready',
      title: 'Your export is ready',
      body: 'The export of {of, select, audit {the audit log} logs {the logs} deliveries {webhook deliveries} other {your data}} has {rows, plural, one {# row} other {# rows}}. You can download it for seven days.',
      action: 'Go to the download',
    },
    'exports.failed': {
      kind: 'An export of yours has failed',
      title: 'Your export has failed',
      body: 'The export of {of, select, audit {the audit log} logs {the logs} deliveries {webhook deliveries} other {your data}} could not be finished. Your work shows why, and lets you try again.',
      action: 'Look at your work',
    },
  },
  letters,
  greeting: 'Hello {name},',
  greetingWithoutName: 'Hello,',
  whyNotice: 'You get this because you are a member of {tenant}. Choose what you hear of, and how:',
  whyLetter: 'You get this because somebody gave this address on Sonaqor.',
  whySecurity: 'You get this for the security of your account. It cannot be switched off.',
  orCopy: 'If the button does not work, copy this address:',
}
