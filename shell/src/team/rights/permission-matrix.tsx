import { complianceScopes, roles, type Role, type Scope } from '@sonaqor/contract/access'
import { adopt, Badge, Drawer, Icon, SegmentedControl, useText } from '@sonaqor/ui'
import { useState } from 'react'
import sheet from './permission-matrix.css'
import { roleWords } from './role-words.ts'
import { isCritical, isHeldBy, roleScopes, allowedBy } from './scope-words.ts'
import * as texts from '../texts/en.ts'

adopt(sheet)

/**
 * Which role may do what, drawn from the one table by which the server decides. Where there is no room
 * for a column a role, one role is chosen, and its lines say yes or no.
 */
export function PermissionMatrix({ onClose }: { readonly onClose: () => void }) {
  const say = useText()
  const [shown, show] = useState<Role>('developer')
  return (
    <Drawer title={say(texts.whatRolesMayDo)} width="wide" onClose={onClose}>
      <p className="sq-matrix-words">{say(texts.matrixPurpose)}</p>
      <div className="sq-matrix-choice">
        <SegmentedControl
          label={say(texts.role)}
          segments={roles.map((role) => ({ value: role, label: say(roleWords[role].title) }))}
          value={shown}
          onChange={show}
        />
        <p className="sq-matrix-words">{say(roleWords[shown].means)}</p>
      </div>
      <table className="sq-matrix">
        <caption className="sq-unseen">{say(texts.whatRolesMayDo)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(texts.permission)}</th>
            {roles.map((role) => (
              <th key={role} scope="col" data-away={role !== shown || undefined}>
                {say(roleWords[role].title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roleScopes.map((scope) => (
            <ScopeRow key={scope} scope={scope} shown={shown} />
          ))}
        </tbody>
      </table>
      <Compliance />
    </Drawer>
  )
}

interface ScopeRowProps {
  readonly scope: Scope
  readonly shown: Role
}

function ScopeRow({ scope, shown }: ScopeRowProps) {
  return (
    <tr>
      <th scope="row">
        <ScopeName scope={scope} />
      </th>
      {roles.map((role) => (
        <td key={role} data-away={role !== shown || undefined}>
          <Mark holds={isHeldBy(scope, role)} />
        </td>
      ))}
    </tr>
  )
}

function ScopeName({ scope }: { readonly scope: Scope }) {
  const say = useText()
  return (
    <span className="sq-matrix-scope">
      <span>{allowedBy(scope, say)}</span>
      <span className="sq-matrix-marks">
        <code>{scope}</code>
        {isCritical(scope) && (
          <Badge tone="warning" icon="lock">
            {say(texts.critical)}
          </Badge>
        )}
      </span>
    </span>
  )
}

function Mark({ holds }: { readonly holds: boolean }) {
  const say = useText()
  return (
    <span className="sq-matrix-mark" data-holds={holds || undefined}>
      {holds ? <Icon name="check" /> : <span aria-hidden="true">–</span>}
      <span className="sq-unseen">{say(holds ? texts.yes : texts.no)}</span>
    </span>
  )
}

/** Of no role: an owner gives all of them to whomever they choose, and takes them again. */
function Compliance() {
  const say = useText()
  return (
    <section className="sq-matrix-compliance" aria-label={say(texts.compliance)}>
      <h3>{say(texts.compliance)}</h3>
      <p className="sq-matrix-words">{say(texts.complianceDetail)}</p>
      <ul>
        {complianceScopes.map((scope) => (
          <li key={scope}>
            <ScopeName scope={scope} />
          </li>
        ))}
      </ul>
    </section>
  )
}
