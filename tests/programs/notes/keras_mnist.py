"""O programa do Keras nas notas, com as importações trocadas e mais nada: das imagens ao acerto."""

from reference.data import mnist
from reference.data.labels import to_categorical
from reference.networks.layers import Dense
from reference.networks.sequential import Sequential

(train_images, train_labels), (test_images, test_labels) = mnist.load_data()

model = Sequential()
model.add(Dense(512, activation="relu", input_shape=(28 * 28,)))
model.add(Dense(10, activation="softmax"))
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])

train_images = train_images.reshape((len(train_images), 28 * 28))
train_images = train_images.astype("float32") / 255
test_images = test_images.reshape((len(test_images), 28 * 28))
test_images = test_images.astype("float32") / 255
train_labels = to_categorical(train_labels)
test_labels = to_categorical(test_labels)

model.fit(train_images, train_labels, epochs=5, batch_size=128)
test_loss, test_acc = model.evaluate(test_images, test_labels)
print(f"acerto no teste: {test_acc * 100:.2f}%")
