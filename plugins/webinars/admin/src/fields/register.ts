import { BulletList, Image } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { PLUGIN_ID } from '../plugin-id';
import { label } from '../translate';

const options = {
  advanced: [
    {
      sectionTitle: { id: 'global.settings', defaultMessage: 'Settings' },
      items: [
        {
          name: 'required' as const,
          type: 'checkbox' as const,
          intlLabel: { id: 'form.attribute.item.requiredField', defaultMessage: 'Required field' },
          description: {
            id: 'form.attribute.item.requiredField.description',
            defaultMessage: "You won't be able to create an entry if this field is empty",
          },
        },
        {
          name: 'private' as const,
          type: 'checkbox' as const,
          intlLabel: { id: 'form.attribute.item.privateField', defaultMessage: 'Private field' },
          description: {
            id: 'form.attribute.item.privateField.description',
            defaultMessage: 'This field will not show up in the API response',
          },
        },
      ],
    },
  ],
};

// Strapi types an input as a component without props, and gives it those of every other input.
const asInput = async (module: Promise<{ default: unknown }>) => ({ default: (await module).default as ComponentType });

/** The inputs that the content types ask for by name; the server registers the same names. */
export const registerFields = (app: StrapiApp): void => {
  app.customFields.register([
    {
      name: 'list',
      pluginId: PLUGIN_ID,
      type: 'json',
      intlLabel: label('list.label'),
      intlDescription: label('list.description'),
      icon: BulletList,
      components: { Input: () => asInput(import('./list/ListField')) },
      options,
    },
    {
      name: 'image',
      pluginId: PLUGIN_ID,
      type: 'string',
      intlLabel: label('image.label'),
      intlDescription: label('image.description'),
      icon: Image,
      components: { Input: () => asInput(import('./image/ImageField')) },
      options,
    },
  ]);
};
