import type { SsoRole } from '@sonaqor/contract/sso'
import type { Option } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { ssoRoleWords } from './sso-words.ts'

/** What a provider may make of somebody, the most first. */
export const roleOptions = (say: Say): readonly Option<SsoRole>[] =>
  (Object.keys(ssoRoleWords) as SsoRole[]).map((value) => ({
    value,
    label: say(ssoRoleWords[value]),
  }))
