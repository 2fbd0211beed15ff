import type { LetterName } from '@sonaqor/contract/notification-kinds'
import type { Delivery } from '@sonaqor/contract/notifications'
import type { Tone, IconName } from '@sonaqor/ui'
import * as texts from './texts/en.ts'

/** What became of it, with its sign. */
export const states = {
  waiting: { name: texts.waiting, tone: 'info', icon: 'clock' },
  sent: { name: texts.sent, tone: 'success', icon: 'check' },
  failed: { name: texts.failed, tone: 'danger', icon: 'alert' },
  suppressed: { name: texts.suppressed, tone: 'neutral', icon: 'block' },
} as const satisfies Record<Delivery['state'], { name: unknown; tone: Tone; icon: IconName }>

/** Why it was not sent, or not yet. */
export const reasons = {
  'no-mail-server': texts.reasonNoMailServer,
  'no-slack': texts.reasonNoSlack,
  'no-sms': texts.reasonNoSms,
  'no-address': texts.reasonNoAddress,
  'no-member': texts.reasonNoMember,
  refused: texts.reasonRefused,
  unreachable: texts.reasonUnreachable,
  'too-slow': texts.reasonTooSlow,
  busy: texts.reasonBusy,
} as const satisfies Record<NonNullable<Delivery['reason']>, unknown>

/** What goes to an address; what goes to members is named by the API, with their choices. */
export const letters = {
  'team.invited': texts.letterInvited,
  'team.suspended': texts.letterSuspended,
  'team.removed': texts.letterRemoved,
  'account.sign-up': texts.letterSignUp,
  'account.known': texts.letterKnown,
  'account.reset': texts.letterReset,
  'staff.password': texts.letterReset,
  'account.email-change': texts.letterEmailChange,
  'account.email-changed': texts.letterEmailChanged,
} as const satisfies Record<LetterName, unknown>
