import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react'
import { Button } from '../button/button.tsx'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import { ChartShape } from './chart-shape.tsx'
import type { drawIn, Drawing, Subject } from './drawing.ts'

/** Brings the part that draws. It is heavy, so that it comes only when a chart is in the page. */
export type LoadDrawing = () => Promise<{ readonly drawIn: typeof drawIn }>

const loadDrawing: LoadDrawing = () => import('./drawing.ts')

export interface PlotProps extends Subject {
  readonly ref?: Ref<Drawing | undefined>
  /** What is to be seen, in one phrase. */
  readonly label: string
  /** The element that says it in full. */
  readonly describedBy: string
  readonly load?: LoadDrawing | undefined
}

/** The drawing itself: a picture to whoever reads the page aloud. */
export function Plot({ ref, label, describedBy, load = loadDrawing, ...subject }: PlotProps) {
  const { data, manner, unit, locale, others } = subject
  const say = useText()
  const place = useRef<HTMLDivElement>(null)
  const [drawing, setDrawing] = useState<Drawing>()
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading')
  useImperativeHandle(ref, () => drawing, [drawing])

  useEffect(() => {
    if (state !== 'loading') return
    let isWanted = true
    const begin = ({ drawIn: draw }: Awaited<ReturnType<LoadDrawing>>) => {
      if (!isWanted || !place.current) return
      setDrawing(draw(place.current))
      setState('ready')
    }
    load().then(begin, () => isWanted && setState('failed'))
    return () => {
      isWanted = false
    }
  }, [state, load])

  useEffect(() => () => drawing?.end(), [drawing])
  useEffect(
    () => drawing?.show({ data, manner, unit, locale, others }),
    [drawing, data, manner, unit, locale, others],
  )

  return (
    <div className="sq-chart-plot">
      <div
        ref={place}
        className="sq-chart-place"
        // A canvas is a picture that no `img` can hold.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="img"
        // The axes run as time and numbers do in a picture, whichever way the words around it run.
        dir="ltr"
        aria-label={label}
        aria-describedby={describedBy}
      />
      {state === 'loading' && <ChartShape kind={manner.kind} />}
      {state === 'failed' && (
        <div className="sq-chart-undrawn" role="alert">
          <p>{say(texts.drawingFailed)}</p>
          <Button onClick={() => setState('loading')}>{say(texts.retry)}</Button>
        </div>
      )}
    </div>
  )
}
