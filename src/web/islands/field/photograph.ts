/** A picture that was chosen, or taken in the page itself, its bytes out; and a copy drawn anew, which carries no place, time or device. */
export type Photograph = {
  readonly bytes: Uint8Array
  readonly name: string
  readonly type: string
}

/** Long enough to read a number plate across a street. */
const LONGEST_SIDE = 2560
const QUALITY = 0.85

/** Taken in the page, it never was a file of the phone. */
let taken: HTMLCanvasElement | null = null
let stream: MediaStream | null = null

export async function photographIn(form: HTMLFormElement): Promise<Photograph | null> {
  if (taken) return jpegOf(taken)
  const file = form.querySelector<HTMLInputElement>('[name=photograph]')?.files?.[0]
  if (!file || file.size === 0) return null
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name, type: file.type }
}

/** Null for bytes that this browser cannot draw. */
export async function bareCopy({ bytes, type }: Photograph): Promise<Photograph | null> {
  const picture = await createImageBitmap(new Blob([bytes.slice()], { type })).catch(() => null)
  if (!picture) return null
  const share = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * share))
  canvas.height = Math.max(1, Math.round(picture.height * share))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return jpegOf(canvas)
}

async function jpegOf(canvas: HTMLCanvasElement): Promise<Photograph | null> {
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
  return (
    blob && { bytes: new Uint8Array(await blob.arrayBuffer()), name: 'photograph.jpg', type: 'image/jpeg' }
  )
}

export function letTake(form: HTMLFormElement, isDenied: () => void): void {
  const place = form.querySelector<HTMLElement>('#camera')
  const [video, canvas] = [form.querySelector('video'), form.querySelector('canvas')]
  const [open, take] = [
    form.querySelector<HTMLButtonElement>('[data-open]'),
    form.querySelector<HTMLButtonElement>('[data-take]'),
  ]
  if (!place || !video || !canvas || !open || !take || !navigator.mediaDevices) return
  place.hidden = false
  const close = (): void => {
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = null
    video.srcObject = null
    video.hidden = true
    take.hidden = true
  }
  open.addEventListener('click', async () => {
    close()
    const asked = { video: { facingMode: 'environment', width: { ideal: LONGEST_SIDE } } }
    stream = await navigator.mediaDevices.getUserMedia(asked).catch(() => null)
    if (!stream) return isDenied()
    video.srcObject = stream
    video.hidden = false
    take.hidden = false
    canvas.hidden = true
    await video.play()
  })
  take.addEventListener('click', () => {
    canvas.width = video.videoWidth
    canvas.height = video.videoHeight
    canvas.getContext('2d')?.drawImage(video, 0, 0)
    canvas.hidden = false
    taken = canvas
    close()
  })
  form.addEventListener('emptied', () => {
    close()
    taken = null
    canvas.width = 0
    canvas.height = 0
    canvas.hidden = true
  })
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) close()
  })
}
