/** Pictures of one line each, drawn by us with Literata from its package (invented words, invented names), as scans and as photographs. */
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { pdfFile } from './files.fixture.ts'

const WIDTH = 1_000
const HEIGHT = 100
const ROW = WIDTH / 8

/** What stands in each; one bit a dot, 1 is ink. */
export const LINES = {
  en: 'On 7 May 2024 police in Almaty held Asan Usenov.',
  ru: 'Суд оштрафовал Айгуль Серикову на 15 МРП.',
  kk: 'Полиция Асан Үсеновті алаңда үш сағат ұстады.',
} as const
const PACKED: Readonly<Record<keyof typeof LINES, string>> = {
  en: 'eNrt1z2P2zYYB/CHIGBmMMSONwhSP4KBLiqgnPpRHHTo1qrIEBVxTzQMNEuBW7vlo5TGDVmKZO0WGjfc1vKWQge4Yv/Uy720F/UONdAC5R+Ic7Yp/myKzyOZKCQkJCQkJCQkJCQkJCQkJCQk5L+VE6a6/+PheXH7zT3+sYakPrS6HHDez3x8eJw3/lE6y1sq+imkoYZOiGw/IrmD5ySHI4/6p0hFGMLMOKVoRfMwPG0HnF3jBT4Ic4oNeDTg+fARxF/wzOP8Bt8/FD8uBhzfdVjYVSMkv9B8xIdz/mQCZ7dxLJl5GF4KP3WE4bVf6u7YPBKvmLnG74z/8hrP/oTbx+OmW9Q5aXqBiftj45i/WRtxL/7Vh/BZ+WicmW6jzJnHfxmOTYArE92Lf3GNV/8c18w0FT3hil6ot1Twfa3KJGfA55aaFaUqkloYnNET8QqL9IYE35kVCs69sy3lfkTGnKaoouKzE3+Ix9OPpa5WKMH61H640jRdXmHDc6LnwN3ZvkZx5VgOE1u6clQb4KmVKD75DvO8UUJcNI7ctsOfthiRceDzDH855ScDXpvC7B0KpxaTuH3pyK/l8/Vbtt0aNLI48/iRpZdOXVqUWp7FOSXiPeY5U4L9euXYFqTOqHBkTSZed/hut9F+MuClKctvHVVNzvQkfiy7E/t8e8q1sQPOzMLSsVjrKmK6hE4JsxWxjRbUFHjd4wuMAJT5VhCDOV+bBNUD3CxNlQpl8mQo1HtxDM1Fhz/rcZRv7nFdWsr5mc6A21WZADdZj9uEexyfj3J8jDKL8fWO8PC5Ngnv8dJkGGVi/3waV5QAPztl2pTAK8zL9bLDVQ7cZGUEHMsMFXg84Evgm1s4VyYecAz2o5KI0ySeAcdiPzvH8ptqgcaDebFkwNmAf3SN4x3qBCyDx/lGlZk/sVni+/GI2xGXD8BRr8sOzxb+AQQWm3zJAd8acu09uDUed7bDFxG1NzguDk3MN8AFTW64Eb+QVJi8ROMBjo7e4/EdXLgBL4CX+haOfV/j1R7X9bbHIzH7exy9cvmbJGfiJV4Djklu41jRAbc97oB/0+E4OANeo6q1G/F0h/3f4d9N4mbETyQzHhcK3wSNo70Hn1GPr63H1YDnmGYpSOzMiPPLAeffT7XXHkejXq5wnk2iSc6Al594nI/nfMQjXAY7HLudPu1wPeKKzvWI04Ank7iviWscdR5pSmaoGtRwX2pdnfv3O3xO1Q2OW4Eb3Ii1Ou9LrWRaf23Ij4r5TxNXFstH3OQel/g2M99Eyg7f6Ak89fjaEIpKY6WBrzu8YusBNzH7eWK7V0KNOK5XW9Q3lVEkNthu1vcvUwJfHeVDnceU9fjW5gNuF1kiPL7V59sOz9FsSnvk92zGGvnhFlek5PGyw5nb42/XilPsauDFa2bRS3XdFPsRz3vctYVBT0Z3dLaSv2u0t+3uzO0B91ebGqWmmmoST/fkUr+h+J6KXbtCQ3Itb4FL3FG25HT9rils2pB7ZVHKzBXnTS1Ne5Jq4Di23jlx1QgrL926XTnc+6b+sMLU0taYeQLHrVePC+BmlXU4a9BMgD9tsKmA+9sJ3Dz4y7jH97hDWGVSzTs8XTt+2cgmvfyRmsqlmMrSeyWVO7Wp8qX5wB8IRHcaUj590PzQP1Megx8d2L7bE6bx2b+Jy8WBcfHDI/Dy0N/8zq8spyZxc2CcmYfj4uA/ykNCQkJCQkJCQkJCQkL+x/kD7bv79w==',
  ru: 'eNrt171u6zYUB/BDsCiXVFxTQJVewVsFVLDQN/ETtAoCtAZuENPw4K15gQJ5hY4dOhzDQ7betUMHGhkyhkaG6uIKYs+R4yRKY1sJLi468L/ZJvnTB3lIA4SEhISEhISEhISEhISEhISEhGxS/K/wsvx8uP4suLp7+evuJ9PF1fWu4UQtvBUNFNZX2nu3H08/vgEvPh7E0TeH8fPCHMY10q10Ou0c70x4hHOaM3kqrMT9uFM98K+wVydOzHhBfKwJN/vxHQ26+DddfN+oMf/0LfwAsZoewkUv/Gvb7YSHcPNjLxzF5br2HqAWzeRi7ZtEm9TImyG96KLmt0eP8diqymt/uaon/sKBRGGGcuXSdVOsMKV2et2IJrUF4zTqz+a2D07j0JCES7/BfVFgYZWfmMIVXnjDePZf3M9uqnTVFEvL7fSarp2WF27wU/O+H07rqMxyUBdmnMjFcp5O7Mjp4sqUlVazmYkigIETNpfLuSnjmHrQmGK5uK2VGWtlXaU1jQFjJRaMDwnHvrgkPINIYhnJ6WyuFs6OEz1Dmys1n2KLlwJzubgyoy0up1gl1FN9aS1dwQwZl2gJ9wZOF/1wGgdHhCdig8+UcS6L+S5yJe/xcoMv8QFXwrqI8aPvMWd89IgjnCwu+iw1foJoCY+F3eKlzXIlVhgrNdvgo7HAM4lLxBanVa7AOi2NU0eS8WmLixaXFk5WhCe9cIsPuJFGwRgYv8ZEKbqyFs8E1hKnz/GZU8fSxJqeAxJOVQNiGg/KawVp3R/PX8Ijwo8It5lY/EFzfIXH9Fi5k/bWajkvVSZNoiN4gsM97kSPCQcrwzg84rrKNngNkxb3tbjKqenKMI4P+C+lcoxXsEaYeN4ACHcw+ke1j6AHvjaDLl5scVrnW/xPxu8YX/J+Qfs94b+Wqma8gRPDuN/iP/XGT5/j44d3PlswLjAWf7c4EI6P+O+lStp3bginCWdfh9PsgHcw6Lzz0m3wWMnltMVNIirGT1vciS3uSqUlxjTt38F2tvM7H533xU3BeNyu8w3eLrUl4eKqxaWJhGP8/B63MDdgI2lLpVocv4PtOv+Cfh3lvXCg2xhCuS0yLU4VjouMpTsnPGZcc3lFGELGOHViPKGiqGiJ54QPH/Cog+d78bE0Q1rHQI/uHp9aR+VVTm1G+GzxF+GgucIRLn/jdw4VlTTrYq5w3I76Ji2+IJwuAUawxYf7z8gpNWN8zjgqo+6s9zp9byq6rZn/UEU00v2dx5JEEiYFLbjmjDYWoipHE67Fha9hqKi8WqpDOeO4H08bLsceVCM8HfhS2k1xcqnom4lNvaw/uAJpo76hLbWilnZyQYNT9fLG85aaLt3EFh6OgPbzVUMnuIU3subTK+oqdftx5Ta4qGSLO1XAMJE3Z5AaOkxUpZ0wftvixwL9RdN2Oocb2x4mbNuO8cKeZXR2bYBxR3iduvjQ0f1Yon5+gFIvt+yc/nb+8ppkPMV74YNPjkcDCbIXfrQTjwZvxJOyL56MPj1uu7jZjXeetNt5Wa9I2v1HkLZCYQ+1pCn95P+Ufev/1G4BLnbj+mlL2eweIyQkJCQkJCQkJCQkJCTk1fkXEki8yQ==',
  kk: 'eNrt101u4zYYBuCPYBFuMuLWBVTrCp5NoQJGeBUXvYAGBTpeBLUML7LrXKCH6LJLGl7kGjQMdLYMZjEaQNDXl5SVZJo4zhTJ/AB8F/6RaD0WRfKTiFJSUlJSUlJSUlJSUlJSUlJSUr7qZF8S1093KMnc3t2q6utPrfYf7yu+JP6EZ05z8vd0rR0+CS/rj/edPCnu7m58cY3THZyeG//hBq8UfWb8+5tt85NnxltiLq46s2vNZaPY0siRod+JMdimGRW1tos3XjndSW4Nof2Cl00YEdzJMGREh/1oV+ASSa+4Ue1CNAU7Q4YvW9UexiUHfNsVm4Brrql0xEuuufCUn5JxxuHgBXatuDOYIcBlJzuz5k63ZDYfIo5WzmCDBt4sVAucLXB8O4wrXZelqueKvBZujCVs4sV2vbJTDLbxiCpkLO30XK42F5kmpWiUn2jRmrqa52MyKz/HfrRzwE/HWV4Kl+ssr7Zrm+GQ913ZAc+kLUtZY2i5TLhpwCu53i0jrktylZvn0uIPLDcKuJb1KM9UXWl4eYaZ76oMTd0rvJ/kWZaPyOVjXVa/WJdl9CCe38GrSi53axfxibDelWjjs4CfqB7HS5UNuA24sFfA1VifAvdoMal+fQQuIu4DLiM+myuxW0ZceRzUBtzpPa7imd/gasB96IF8j5fAXx7Hp8IBX0Vc9XipqBYRl07anwd8ZUFjQAOnPY4qp5YRl3ZGeEdH5Oi7svyOKiJ3ehyflPIidvuLOOAccNrjVlrBTS7XwC/q+3C5rHscZkY9Pp+UNOBcH8X/iPhPmMxE3ILADMOsEz1e8Nop2VHEOeBcL7owODqS6wEvvEHjgJc9biLujuJ/RvyVkwPONzgOG3GOZy4DLiM+q/Bf5Yb2+MIvrOrxWcQ54Ft/FP874lunMoC5IrGN3b7HQ7er/TVXK+B4QR/PqgLNr3GPTTp2+zTiwsVr/jBugfuA63UYnqIeq1qu/4tjtLuI30y1WRjt4u2AY7TTOOL5bBpwG/H5UdxFfBlwWWMJkcsBd1ijwmgHEHG45X6qRZz+6XG0w6a8x23A8aP8CD4WtiqxggU8Lq+y1spe42KP+1v4JK5wOO4tXNzGx/asx0ehkRsfxuXF7GaFw9EwV6XbDd0u/ATrlbRYYvtu12r1V64jbqu8CFUu4v6l80O3a1somuNa9Xhx8DZKXyjXF5Zw5tOwZGnBG277eU7sF5jn9nyKAYeVnRS/81PNPuIoXXQe8NCOOxRgDuepa0yDueB2hPPxB3DZqVZ1yoaSalAvL5vG2AI1lJddG+q5bmjRl1TjNSqkNU59eOdYfbhqzXuU1LfABTN7tOMz4/R7t8CqXKtWdKI7Z5zFrjmAMxo1chlvJrhbXDbVIuKGmnmo50UTbiZqfuPRk12s7cLvLK+2uy7gaoPyLyNe1Gc5/trGYnnAVG1ER+cl8yVftI950vjUp5HXdRxJ5T0338MHJ+0zPQq97n9xD26GG/KwSDwun3qz+Fv/iwdxei78x4P4dbd/I/j/zD13xsZ9podmVPCvC09JSUlJSUlJSUlJSUn5FvMvEojAPw==',
}
const bitsOf = (line: keyof typeof LINES): Uint8Array => inflateSync(Buffer.from(PACKED[line], 'base64'))

type Line = keyof typeof LINES
/** A leaf: a picture of a line, letters of its own, or nothing. */
export type Leaf = Line | { readonly letters: string } | null

const HELVETICA = '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>'
const isPicture = (leaf: Leaf): leaf is Line => typeof leaf === 'string'

function drawn(leaf: Leaf): string {
  if (leaf === null) return ''
  return isPicture(leaf) ? 'q 360 0 0 36 30 500 cm /P Do Q' : `BT /F 11 Tf 30 500 Td (${leaf.letters}) Tj ET`
}

const hex = (bytes: Uint8Array): string => `${Buffer.from(bytes).toString('hex')}>`
const streamOf = (head: string, content: string): string =>
  `<< ${head} /Length ${content.length} >>\nstream\n${content}\nendstream`

/** A PDF of leaves of paper 420 points wide. */
export function scannedPdf(leaves: readonly Leaf[]): Uint8Array {
  const kids = leaves.map((_, at) => `${3 + at * 3} 0 R`).join(' ')
  return pdfFile([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${leaves.length} >>`,
    ...leaves.flatMap((leaf, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 600] /Resources << ${HELVETICA} /XObject << /P ${4 + at * 3} 0 R >> >> /Contents ${5 + at * 3} 0 R >>`,
      streamOf(
        `/Type /XObject /Subtype /Image /Width ${WIDTH} /Height ${HEIGHT} /BitsPerComponent 1 /ColorSpace /DeviceGray /Decode [1 0] /Filter [/ASCIIHexDecode /FlateDecode]`,
        hex(deflateSync(isPicture(leaf) ? bitsOf(leaf) : new Uint8Array(ROW * HEIGHT))),
      ),
      streamOf('', drawn(leaf)),
    ]),
  ])
}

function chunk(name: string, bytes: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), bytes])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(bytes.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A PNG of one bit a dot; its rows may be fewer than it says, as those of a bomb are. */
export function pngOf(width: number, height: number, rows: Uint8Array): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array())]
  return Buffer.concat([start, ...parts])
}

/** The line as a photograph. */
export function photoOf(line: Line): Uint8Array {
  const bits = bitsOf(line)
  const rows = Array.from({ length: HEIGHT }, (_, at) => [
    0,
    ...bits.subarray(at * ROW, (at + 1) * ROW).map((eight) => ~eight),
  ])
  return pngOf(WIDTH, HEIGHT, Uint8Array.from(rows.flat()))
}
