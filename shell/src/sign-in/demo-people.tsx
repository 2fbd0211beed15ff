import type { DemoPerson } from '@sonaqor/contract/demo'
import { Button } from '@sonaqor/ui'
import type { Credentials } from '../session/member-session.ts'

interface DemoPeopleProps {
  readonly people: ReadonlyMap<string, readonly DemoPerson[]>
  readonly busy: boolean
  readonly onChoose: (credentials: Credentials) => void
}

/** Everybody of the demo, a press away: each role of each tenant. */
export function DemoPeople({ people, busy, onChoose }: DemoPeopleProps) {
  return (
    <section className="sq-demo" aria-labelledby="demo-title">
      <h2 id="demo-title" className="sq-demo-title">
        Or look around as somebody of the demo
      </h2>
      {[...people].map(([tenant, members]) => (
        <fieldset key={tenant} className="sq-demo-tenant">
          <legend className="sq-demo-name">{tenant}</legend>
          <div className="sq-demo-members">
            {members.map(({ email, password, name, role }) => (
              <Button
                key={email}
                size="small"
                busy={busy}
                onClick={() => onChoose({ email, password })}
              >
                {name}, {role}
              </Button>
            ))}
          </div>
        </fieldset>
      ))}
    </section>
  )
}
