/** What is told of deliveries is dressed alike, whichever part brings it. */
import { adopt } from '@sonaqor/ui'
import sheet from './deliveries.css'

adopt(sheet)
