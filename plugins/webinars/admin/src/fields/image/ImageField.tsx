import { forwardRef, useEffect, useState, type ComponentType } from 'react';
import { useField, useFocusInputField, useStrapiApp, type InputProps } from '@strapi/strapi/admin';
import { Box, Button, Field, Flex, IconButton, TextInput, Typography, useComposedRefs } from '@strapi/design-system';
import { Cross, Images } from '@strapi/icons';
import { styled } from 'styled-components';
import { useText } from '../../translate';
import { addressFault, previewAddress } from './address';

type PickedFile = { url: string; mime?: string };

/** What the upload plugin registers under `media-library`; Strapi types none of its registered components. */
type MediaLibraryDialog = ComponentType<{
  onClose(): void;
  onSelectAssets(files: PickedFile[]): void;
  allowedTypes?: string[];
  multiple?: boolean;
}>;

const Frame = styled(Flex)`
  width: 14.4rem;
  aspect-ratio: 16 / 9;
  flex: none;
  overflow: hidden;
`;

const Picture = styled.img`
  width: 100%;
  height: 100%;
  object-fit: contain;
`;

// Addresses of the Media Library's files may be complete; a file of this server is kept as a path, so that it survives a move of the server.
const keptAddress = (url: string): string => (url.startsWith(`${backend()}/`) ? url.slice(backend().length) : url);
const backend = (): string => (window as { strapi?: { backendURL?: string } }).strapi?.backendURL ?? '';

/** The input of `plugin::webinars.image`: an image's address, typed, pasted or picked from the Media Library, with a look at it. */
export const ImageField = forwardRef<HTMLInputElement, InputProps>(function ImageField(
  { name, label, labelAction, hint, required = false, disabled = false, placeholder },
  forwardedRef,
) {
  const text = useText();
  const field = useField<string | null>(name);
  const ref = useComposedRefs(forwardedRef, useFocusInputField<HTMLInputElement>(name));
  const dialogs = useStrapiApp('ImageField', (state) => state.components);
  const MediaLibrary = dialogs['media-library'] as MediaLibraryDialog | undefined;
  const [isPicking, setIsPicking] = useState(false);

  const address = field.value ?? '';
  const fault = addressFault(address);
  const preview = previewAddress(address, backend());
  const [broken, setBroken] = useState<string | null>(null);
  useEffect(() => setBroken(null), [preview]);

  const set = (value: string) => field.onChange(name, value.trim() === '' ? null : value.trim());

  return (
    <Field.Root
      data-webinars-field="image"
      name={name}
      hint={hint}
      error={field.error ?? (fault ? text(`image.${fault}`) : undefined)}
      required={required}
    >
      <Field.Label action={labelAction}>{label}</Field.Label>
      <TextInput
        ref={ref}
        type="text"
        inputMode="url"
        value={address}
        disabled={disabled}
        placeholder={placeholder || text('image.placeholder')}
        onChange={(event) => set(event.currentTarget.value)}
        endAction={
          address !== '' && !disabled ? (
            <IconButton label={text('image.clear')} variant="ghost" size="XS" onClick={() => set('')}>
              <Cross />
            </IconButton>
          ) : undefined
        }
      />
      <Field.Hint />
      <Field.Error />
      {(preview || (MediaLibrary && !disabled)) && (
        <Flex gap={3} alignItems="flex-start" wrap="wrap" paddingTop={1}>
          {preview && (
            <Frame background="neutral150" hasRadius alignItems="center" justifyContent="center">
              {broken === preview ? (
                <Box padding={2}>
                  <Typography variant="pi" textColor="neutral600" textAlign="center">
                    {text('image.broken')}
                  </Typography>
                </Box>
              ) : (
                <Picture
                  src={preview}
                  alt={text('image.preview', { label: String(label ?? name) })}
                  onError={() => setBroken(preview)}
                />
              )}
            </Frame>
          )}
          {MediaLibrary && !disabled && (
            <Button variant="tertiary" size="S" startIcon={<Images />} onClick={() => setIsPicking(true)}>
              {text('image.pick')}
            </Button>
          )}
        </Flex>
      )}
      {isPicking && MediaLibrary && (
        <MediaLibrary
          allowedTypes={['images']}
          multiple={false}
          onClose={() => setIsPicking(false)}
          onSelectAssets={(files) => {
            const [picked] = files;
            if (picked) set(keptAddress(picked.url));
            setIsPicking(false);
          }}
        />
      )}
    </Field.Root>
  );
});

export default ImageField;
