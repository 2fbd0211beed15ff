import { tokensOf } from '../../appearance/worn-look.ts'
import { faultOf, faults, HostFailure, nameOf } from '../../host/failure.ts'
import type { Host } from '../../host/host.ts'
import { stepMs } from '../../host/in-time.ts'
import type { Looks } from '../messages.ts'
import { tell, type OpenFrame } from './open-frame.ts'

export type Admit = NonNullable<Host['admit']>

/** Gets a secret of the frame's own: no token of this page opens what is shown there. */
export function admissionOf({ admit }: Host): Admit {
  if (!admit) throw new HostFailure(faults.unsigned)
  return () =>
    admit().catch((cause: unknown) => {
      throw new HostFailure(faultOf(cause, faults.unsigned), { cause })
    })
}

/** Gets a further secret for a frame whose token runs out, or tells it that there is none. */
export function letInAgain(admit: Admit, frame: OpenFrame): void {
  admit().then(
    (clientSecret) => tell(frame, { type: 'admitted', clientSecret }),
    (cause: unknown) =>
      tell(frame, { type: 'refused', why: nameOf(faultOf(cause, faults.unsigned)) }),
  )
}

/** How what stands in a frame of ours is to read and to look. */
export function framedLooksOf(host: Host, element: HTMLElement): Looks {
  const { locale, appearance } = host.state()
  return { locale, appearance, tokens: tokensOf(element) }
}

/** Our page says at once that it is there; what has loaded and says nothing is another page. */
const loadedAndSilentMs = 4_000

/** A frame that may not be shown here, or did not arrive, says nothing of it. */
export function silenceOf({ loaded }: OpenFrame): Promise<never> {
  return new Promise((_, failed) => {
    const fail = () => failed(new HostFailure(faults.silentFrame))
    setTimeout(fail, stepMs)
    void loaded.then(() => setTimeout(fail, loadedAndSilentMs))
  })
}
