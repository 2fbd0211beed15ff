import { adopt, Icon, useText } from '@sonaqor/ui'
import * as texts from '../../texts/en.ts'
import { environmentNames } from './environment-names.ts'
import type { FrameParts } from '../frame-parts.ts'
import { nameOf } from './project-acts.ts'
import sheet from './where-button.css'

adopt(sheet)

interface WhereButtonProps {
  readonly frame: Pick<FrameParts, 'me' | 'preferences'>
  readonly onOpen: () => void
}

/**
 * Where one is: the tenant, and on a phone, where there is no room for the two switches, project and
 * environment with it. A press leads to where all three are chosen.
 */
export function WhereButton({ frame, onOpen }: WhereButtonProps) {
  const say = useText()
  const { me, preferences } = frame
  const isSandbox = preferences.environment === 'sandbox'
  return (
    <button type="button" className="sq-where" aria-haspopup="dialog" onClick={onOpen}>
      <span className="sq-unseen">{say(texts.whereYouAre)}: </span>
      <span className="sq-where-tenant">{me.tenant.name}</span>
      <span className="sq-where-rest">
        <span className="sq-where-project">{nameOf(preferences.project, say)}</span>
        <span className="sq-where-environment" data-sandbox={isSandbox || undefined}>
          {isSandbox && <Icon name="flask" />}
          {say(environmentNames[preferences.environment])}
        </span>
      </span>
    </button>
  )
}
