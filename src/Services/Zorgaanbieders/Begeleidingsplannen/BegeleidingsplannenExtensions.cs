namespace WmoPlatform.Zorgaanbieders.Begeleidingsplannen;

public static class BegeleidingsplannenExtensions
{
    /// <summary>Registers the quota of plans, and the scanner that judges them if the municipality has one.</summary>
    /// <exception cref="InvalidOperationException">The address of the scanner is wrong.</exception>
    public static void AddBegeleidingsplannen(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.GetSection("Begeleidingsplannen").Get<Planquotum>() ?? new());
        if (Virusscanner.Lees(builder) is not { } scanner) return;
        builder.Services.AddSingleton(scanner).AddHostedService<Plankeurder>().AddHostedService<Planmeting>();
    }
}
