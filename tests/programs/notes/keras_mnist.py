"""O programa do Keras nas notas, chamada por chamada, com as importações trocadas: das imagens ao acerto."""

from reference.data import mnist
from reference.data.labels import to_categorical
from reference.networks.layers import Dense
from reference.networks.sequential import Sequential

(x_train, y_train), (x_test, y_test) = mnist.load_data()

model = Sequential()
model.add(Dense(512, activation="relu", input_shape=(28 * 28,)))
model.add(Dense(10, activation="softmax"))
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])

x_train = x_train.reshape((len(x_train), 28 * 28)).astype("float32") / 255
x_test = x_test.reshape((len(x_test), 28 * 28)).astype("float32") / 255
y_train, y_test = to_categorical(y_train), to_categorical(y_test)

model.fit(x_train, y_train, epochs=5, batch_size=128)
test_loss, test_acc = model.evaluate(x_test, y_test)
print(f"acerto no teste: {test_acc * 100:.2f}%")
