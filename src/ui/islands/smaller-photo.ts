const worthIt = 1_500_000;
const longestSide = 2600;

/**
 * A photo small enough for a slow network and sharp enough for a page of A4 (about 220 dots per inch). Whatever the
 * browser cannot open, or would not gain by it, stays as it is: the server makes pages of it all the same.
 */
export async function smallerPhoto(file: File): Promise<File> {
  if (
    file.size < worthIt ||
    !/^image\/(?:jpeg|png|webp)$/.test(file.type) ||
    !('createImageBitmap' in window)
  ) {
    return file;
  }
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
    if (blob === null || blob.size > file.size * 0.8) return file;
    return new File([blob], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' });
  } catch {
    return file;
  }
}
