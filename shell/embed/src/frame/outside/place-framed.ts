import type { Place } from '../../host/host.ts'
import { mannerOf } from '../../stage/manner.ts'
import { createStage } from '../../stage/stage.ts'
import { attemptsOn } from '../../view/attempts.ts'
import type { Placement } from '../../view/placement.ts'
import { tellFailure } from '../../view/tell-failure.ts'

/** What shows a view in a frame of ours is a part of its own, which a page without frames is spared. */
export const placeFramed: Place = (host, element, request, onRemove) => {
  const stage = createStage(element, {
    manner: () => mannerOf(host.state()),
    title: () => undefined,
    headingLevel: 2,
  })
  let framed: Placement | undefined
  const attempts = attemptsOn(stage, {
    async run(_, outdated) {
      const { placeInFrame } = await import('./place-in-frame.ts')
      // It makes a stage of its own of the same element.
      if (!outdated.aborted) framed = placeInFrame(host, element, request, onRemove)
    },
    onFailed: (fault, cause) =>
      tellFailure(host, request, fault, { view: request.view, cause, retry: attempts.start }),
  })
  attempts.start()
  return {
    draw: () => (framed ? framed.draw() : stage.redraw()),
    renew: async () => framed?.renew(),
    announce: async () => framed?.announce(),
    fail: (error) => framed?.fail?.(error),
    leave: async () => framed?.leave?.(),
    remove() {
      attempts.end()
      if (framed) framed.remove()
      else onRemove()
    },
  }
}
