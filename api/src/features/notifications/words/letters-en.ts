import type { Words } from './index.ts'

export const letters: Words['letters'] = {
  'team.invited': {
    subject: '{inviter} invites you to {tenant} on Sonaqor',
    paragraphs: [
      '{inviter} invites you to work with {tenant} on Sonaqor, as {role, select, owner {an owner} admin {an admin} developer {a developer} analyst {an analyst} other {a viewer}}.',
    ],
    action: 'Accept the invitation',
    note: 'The invitation holds for {hours, plural, one {# hour} other {# hours}} and works once. If you do not know who this is, you need not do anything.',
  },
  'team.suspended': {
    subject: 'Your access to {tenant} was suspended',
    paragraphs: [
      'On {at, date} your access to {tenant} on Sonaqor was suspended. Every session of yours there has ended.',
    ],
    note: 'If you believe that this is a mistake, ask an owner or admin of {tenant}.',
  },
  'team.removed': {
    subject: 'You are no longer a member of {tenant}',
    paragraphs: [
      'Since {at, date} you are no longer a member of {tenant} on Sonaqor. Every session of yours there has ended. Your account and your other memberships stay as they are.',
    ],
    note: 'If you believe that this is a mistake, ask an owner or admin of {tenant}.',
  },
  'account.sign-up': {
    subject: 'Confirm your e-mail address',
    paragraphs: ['Confirm this address to set up your account on Sonaqor.'],
    action: 'Confirm the address',
    note: 'The link holds for {minutes, plural, one {# minute} other {# minutes}} and works once. If you did not sign up, you need not do anything: without it no account comes about.',
  },
  'account.known': {
    subject: 'You have an account already',
    paragraphs: [
      'Somebody wanted to sign up on Sonaqor with this address. There is an account for it already, so nothing was done.',
    ],
    action: 'Sign in',
    note: 'If it was you and you do not remember the password, choose “Forgotten your password?” there. If it was not, you need not do anything.',
  },
  'account.reset': {
    subject: 'Set a new password',
    paragraphs: ['Somebody asked to set a new password for your account on Sonaqor.'],
    action: 'Set a new password',
    note: 'The link holds for {minutes, plural, one {# minute} other {# minutes}} and works once. If that was not you, you need not do anything: your password stays as it is.',
  },
  'staff.password': {
    subject: 'Set your password for Sonaqor staff',
    paragraphs: ['You belong to the staff of Sonaqor. Set a password of your own to sign in.'],
    action: 'Set the password',
    note: 'The link holds for {minutes, plural, one {# minute} other {# minutes}} and works once. Nobody else knows the password. If the link is over, ask a security lead for a new one.',
  },
  'account.email-change': {
    subject: 'Confirm your new e-mail address',
    paragraphs: ['Confirm that from now on this is the address of your account on Sonaqor.'],
    action: 'Confirm the address',
    note: 'The link holds for {minutes, plural, one {# minute} other {# minutes}} and works once. If you did not ask for it, you need not do anything.',
  },
  'account.email-changed': {
    subject: 'The e-mail address of your account was changed',
    paragraphs: [
      'On {at, date} the e-mail address of your account on Sonaqor was changed to {email}. Nothing more is sent to this one.',
    ],
    note: 'If that was not you, somebody else has come into your account: tell an owner of your organisation at once.',
  },
}
