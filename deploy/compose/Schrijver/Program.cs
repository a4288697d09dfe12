// Writes the compose files from the model of AppHost: dotnet run --project deploy/compose/Schrijver
using WmoPlatform.Schrijver;

foreach (var (bestand, inhoud) in Compose.Schrijf(await Beschrijving.ProductieAsync(), await Beschrijving.ContainersAsync()))
{
    await File.WriteAllTextAsync(Path.Combine(Compose.Wortel, bestand), inhoud);
    Console.WriteLine($"{bestand} is geschreven.");
}
